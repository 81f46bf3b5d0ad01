// A QR code (ISO/IEC 18004): bytes, level M, versions 1 to 10 - an address of up to 213 characters.

// Of each version: error correction codewords a block, blocks, data codewords of a short block, how many are longer by one.
const VERSIONS = [
  [10, 1, 16, 0], [16, 1, 28, 0], [26, 1, 44, 0], [18, 2, 32, 0], [24, 2, 43, 0],
  [16, 4, 27, 0], [18, 4, 31, 0], [22, 4, 38, 2], [22, 5, 36, 2], [26, 5, 43, 1],
];
const ALIGNED = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
const QUIET = 4; // modules around it
const LEVEL_M = 0;
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// Powers of 2 in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1.
const EXP = [], LOG = [];
for (let power = 0, value = 1; power < 255; power += 1) {
  EXP[power] = value;
  LOG[value] = power;
  value = value << 1 ^ (value > 127 ? 0x11d : 0);
}
const times = (one, other) => (one && other ? EXP[(LOG[one] + LOG[other]) % 255] : 0);

// The modules of a text's code, row by row, true for black; null if the text is too long.
function qrModules(text) {
  const bytes = [...new TextEncoder().encode(text)];
  const version = VERSIONS.findIndex(([, blocks, short, longer], place) => bytes.length + (place < 9 ? 2 : 3) <= blocks * short + longer) + 1;
  if (!version) return null;
  const code = frame(version);
  place(code, codewords(bytes, version));
  const masked = MASKS.map((mask, number) => finished(code, mask, number));
  return masked.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function codewords(bytes, version) {
  const [correction, blocks, short, longer] = VERSIONS[version - 1], room = blocks * short + longer;
  const bits = [[4, 4], [bytes.length, version < 10 ? 8 : 16], ...bytes.map((byte) => [byte, 8])];
  let stream = bits.map(([value, width]) => value.toString(2).padStart(width, "0")).join("");
  stream += "0".repeat(Math.min(4, room * 8 - stream.length));
  stream += "0".repeat(-stream.length & 7);
  const data = stream.match(/.{8}/g).map((byte) => parseInt(byte, 2));
  for (let pad = 0; data.length < room; pad += 1) data.push(pad % 2 ? 0x11 : 0xec);
  const parts = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const size = short + (block >= blocks - longer ? 1 : 0);
    parts.push(data.slice(at, at += size));
  }
  return [...interleaved(parts), ...interleaved(parts.map((part) => corrections(part, correction)))];
}

function interleaved(parts) {
  const longest = Math.max(...parts.map((part) => part.length));
  return Array.from({ length: longest }, (_, at) => parts.filter((part) => at < part.length).map((part) => part[at])).flat();
}

// The remainder of the data by the generator polynomial (Reed-Solomon).
function corrections(data, count) {
  let generator = [1];
  for (let power = 0; power < count; power += 1) {
    const shifted = [...generator, 0];
    generator = shifted.map((value, at) => value ^ (at ? times(generator[at - 1], EXP[power]) : 0));
  }
  const rest = [...data, ...Array(count).fill(0)];
  for (let at = 0; at < data.length; at += 1) {
    const factor = rest[at];
    generator.forEach((value, place) => { rest[at + place] ^= times(value, factor); });
  }
  return rest.slice(data.length);
}

// The patterns that every code of a version has; null where data goes.
function frame(version) {
  const size = 17 + 4 * version, code = Array.from({ length: size }, () => Array(size).fill(null));
  const set = (x, y, black) => { if (x >= 0 && y >= 0 && x < size && y < size) code[y][x] = black; };
  for (const [left, top] of [[0, 0], [size - 7, 0], [0, size - 7]]) {
    for (let y = -1; y < 8; y += 1) for (let x = -1; x < 8; x += 1) {
      const ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
      set(left + x, top + y, ring < 2 || ring === 3);
    }
  }
  const centres = ALIGNED[version - 1], last = centres.at(-1);
  for (const cy of centres) for (const cx of centres) {
    if ((cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6)) continue;
    for (let y = -2; y < 3; y += 1) for (let x = -2; x < 3; x += 1) set(cx + x, cy + y, Math.max(Math.abs(x), Math.abs(y)) !== 1);
  }
  for (let at = 8; at < size - 8; at += 1) code[6][at] = code[at][6] = at % 2 === 0;
  writeFormat(code, 0); // keeps its place
  if (version > 6) writeVersion(code, version);
  return code;
}

function place(code, words) {
  const size = code.length, bits = words.flatMap((word) => [...word.toString(2).padStart(8, "0")].map(Number));
  let at = 0, up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) for (const x of [right, right - 1]) {
      const y = up ? size - 1 - step : step;
      if (code[y][x] === null) code[y][x] = bits[at++] || 0; // a number: data, which a mask may turn
    }
  }
}

function finished(code, mask, number) {
  const masked = code.map((row, y) => row.map((value, x) => (typeof value === "boolean" ? value : Boolean(value) !== (mask(x, y) === 0))));
  writeFormat(masked, number);
  return masked;
}

function remainder(value, bits, generator) {
  let rest = value << bits;
  for (let at = 31 - Math.clz32(rest); at >= bits; at -= 1) if (rest >> at & 1) rest ^= generator << at - bits;
  return value << bits | rest;
}

function writeFormat(code, mask) {
  const size = code.length, bits = remainder(LEVEL_M << 3 | mask, 10, 0x537) ^ 0x5412;
  for (let at = 0; at < 15; at += 1) {
    const black = Boolean(bits >> at & 1);
    code[at < 6 ? at : at < 8 ? at + 1 : size - 15 + at][8] = black;
    code[8][at < 8 ? size - 1 - at : at < 9 ? 7 : 14 - at] = black;
  }
  code[size - 8][8] = true;
}

function writeVersion(code, version) {
  const size = code.length, bits = remainder(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const [long, short] = [Math.floor(at / 3), size - 11 + at % 3];
    code[short][long] = code[long][short] = Boolean(bits >> at & 1);
  }
}

function penalty(code) {
  const size = code.length, columns = code.map((_, x) => code.map((row) => row[x]));
  let points = 0, black = 0;
  for (const line of [...code, ...columns]) {
    const text = line.map(Number).join("");
    for (const run of text.match(/0{5,}|1{5,}/g) || []) points += run.length - 2;
    for (let at = 0; at < text.length; at += 1) if (/^(10111010000|00001011101)/.test(text.slice(at, at + 11))) points += 40;
  }
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) {
    black += code[y][x];
    if (x && y && code[y][x] === code[y - 1][x] && code[y][x] === code[y][x - 1] && code[y][x] === code[y - 1][x - 1]) points += 3;
  }
  return points + 10 * Math.floor(Math.abs(black * 20 - size * size * 10) / (size * size));
}

// The code as a picture with its quiet zone; null if the text is too long.
function qrPicture(text, name) {
  const code = qrModules(text);
  if (!code) return null;
  const side = code.length + 2 * QUIET, svg = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const path = code.flatMap((row, y) => row.map((black, x) => (black ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ""))).join("");
  const picture = svg("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": name, class: "qr", "shape-rendering": "crispEdges" });
  picture.append(svg("rect", { width: side, height: side, fill: "#fff" }), svg("path", { d: path, fill: "#000" }));
  return picture;
}

// Type as large as its place allows.

const LEAST_PX = 20; // of a sentence
const LEAST_CELL_PX = 9;

// Leaves the largest size, in px, for which `fits` says yes.
function largest(low, high, fits) {
  if (fits(high)) return;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}

// A sentence in its bubble: at most a share of its height.
function fitSentence(element, share = 0.42) {
  if (!element.clientHeight) return;
  largest(LEAST_PX, Math.max(LEAST_PX, element.clientHeight * share), (size) => {
    element.style.fontSize = `${size}px`;
    return element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth;
  });
}

// A board in its place: all cells of one size.
function fitBoard(place) {
  if (!place.clientHeight) return;
  largest(LEAST_CELL_PX, 34, (size) => {
    place.style.setProperty("--most", `${size}px`);
    return place.scrollHeight <= place.clientHeight && place.scrollWidth <= place.clientWidth;
  });
}

"""Ways in which a template may try to get out."""

SECRET = "GEHEIM"
PACKAGE = "templates may import nothing from outside: package "

TO_PACKAGES = {
    "by its name": ('#import "@preview/leak:1.0.0": leak', "@preview/leak:1.0.0"),
    "another one of the net": ('#import "@preview/cetz:0.4.2": canvas', "@preview/cetz:0.4.2"),
    "of the home folder": ('#import "@local/leak:1.0.0": leak', "@local/leak:1.0.0"),
    "included": ('#include "@local/leak:1.0.0"', "@local/leak:1.0.0"),
    "by a built name": ('#let p = "@" + "preview/leak:1.0.0"\n#import p: leak', "@preview/leak:1.0.0"),
    "by an escaped name": ('#import "\\u{40}local/leak:1.0.0": leak', "@local/leak:1.0.0"),
    "by a cut name": ('#import "x@local/leak:1.0.0".slice(1): leak', "@local/leak:1.0.0"),
    "evaluated": ('#eval("import \\"@preview/leak:1.0.0\\": *")', "@preview/leak:1.0.0"),
    "evaluated by a built name": (
        '#let ev = dictionary(std).at("ev" + "al")\n#ev("import \\"@pre" + "view/leak:1.0.0\\": *")',
        "@preview/leak:1.0.0",
    ),
}

TO_FILES = {
    "above": '#read("../secret.txt")',
    "far above": '#read("../../../../../../../../../../etc/passwd")',
    "absolute": '#read("/etc/passwd")',
    "absolute, above": '#read("/../secret.txt")',
    "of the project, not of the stage": '#read("/assets/brands/musterstadt/brand.yaml")',
    "of another stage": '#read("/../../stage-other/root/given/job.json")',
    "the system's": '#read("/proc/self/environ")',
    "a device": '#read("/dev/zero")',
    "text": '#read("/secret.txt", encoding: none)',
    "JSON": '#json("../../secret.txt")',
    "CSV": '#csv("/etc/passwd", delimiter: ":")',
    "YAML": '#yaml("/etc/hosts")',
    "TOML": '#toml("/../secret.txt")',
    "CBOR": '#cbor("/../secret.txt")',
    "XML": '#xml("../../../secret.txt")',
    "a bibliography": '#bibliography("/../secret.yaml")',
    "a style": '#bibliography("words.txt", style: "/etc/passwd")',
    "a picture": '#image("/../secret.txt")',
    "a picture of bytes that name a file": '#image(bytes("/etc/passwd"))',
    "a picture that names another": (
        "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
        "<image href='/etc/passwd' width='9' height='9'/></svg>\"))"
    ),
    "a plugin": '#plugin("/usr/lib/leak.wasm")',
    "a plugin of bytes": '#plugin(bytes("/usr/lib/leak.wasm"))',
    "a template": '#include "../../secret.typ"',
    "Windows' own": '#read("C:\\\\Windows\\\\win.ini")',
    "Windows' shares": '#read("\\\\\\\\host.example\\\\share\\\\x.txt")',
    "a URL": '#read("https://192.0.2.1/x.txt")',
    "a file URL": '#read("file:///etc/passwd")',
    "a syntax": '#raw("x", syntaxes: "/etc/passwd")',
    "a theme": '#raw("x", theme: "/etc/passwd", lang: "c")',
    "a font": '#set text(font: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", fallback: false)\nX',
    "an attachment": '#pdf.attach("/etc/passwd")',
}

HARMLESS = {"a picture that names another"}  # nothing is read of it

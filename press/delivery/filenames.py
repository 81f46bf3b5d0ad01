"""The names of what lies in build/<order>/, each in one place."""

from press.names import REDIRECTS as REDIRECTS

INDEX = "index.html"  # the proof page
PROOF = "proof"  # the folder of what it loads
COMPARE = "compare"  # the folder of what differs from the build that was replaced
SNAPSHOT = "content.json"  # what the next build is compared with
MANIFEST = "manifest.json"  # written last, so a new one means a new build
REPORT = "preflight.json"
TICKET = "auftrag.pdf"
MACHINE_TICKET = "auftrag.json"
REPORT_PAGE = "pruefbericht.pdf"
ARGUMENTS = "office/argumente.md"
PREVIEWS = "previews"
CODES = "codes"  # the folder of codes as pictures, for elsewhere
GAME = "spiel/index.html"  # the page a round is led with
GAME_SHEET = "spiel/bogen.html"  # any board, to be played on a screen

"""Layers of a PDF (optional content, ISO 32000-1, 8.11): those a viewer leaves out when it opens the file."""

from pikepdf import Array, Dictionary, Name, Object, Pdf


class Layers:
    def __init__(self, pdf: Pdf):
        settings = pdf.Root.get("/OCProperties", Dictionary()).get("/D", Dictionary())
        groups = pdf.Root.get("/OCProperties", Dictionary()).get("/OCGs", Array())
        on = {group.objgen for group in settings.get("/ON", Array())}
        off = {group.objgen for group in settings.get("/OFF", Array())}
        if settings.get("/BaseState") == "/OFF":
            off |= {group.objgen for group in groups} - on
        self._off = off

    def hides(self, operands: list[Object], resources: Object) -> bool:
        """Whether marked content that begins with these operands is left out."""
        if len(operands) < 2 or operands[0] != Name.OC or not isinstance(operands[1], Name):
            return False
        return self.is_hidden(resources.get("/Properties", Dictionary()).get(operands[1]))

    def is_hidden(self, layer: Object | None) -> bool:
        """Whether a layer, or what depends on some of them, is left out."""
        if layer is None or not self._off:
            return False
        if layer.get("/Type") != "/OCMD":
            return layer.objgen in self._off
        groups = layer.get("/OCGs", Array())
        states = [group.objgen not in self._off for group in (groups if isinstance(groups, Array) else [groups])]
        if not states:
            return False
        policy = str(layer.get("/P", "/AnyOn"))
        seen = {"/AllOn": all(states), "/AnyOff": not all(states), "/AllOff": not any(states)}.get(policy, any(states))
        return not seen

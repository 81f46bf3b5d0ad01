"""auftrag.json: the job ticket for machines. Names are those of XJDF (CIP4) where it has them; lengths are in mm."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_pascal

from press.brand.brand import Brand
from press.delivery.finished_file import FinishedFile
from press.delivery.ticket.file_names import package_name
from press.delivery.ticket.inks import ink_names
from press.delivery.ticket.pieces import pieces_of
from press.delivery.ticket.product_facts import blank_places, finishing_text, open_size
from press.layouts.binding import Binding
from press.order.order import Delivery
from press.order.plan import Plan
from press.order.product import Product
from press.paths import Project
from press.schema.validation import Model

Millimetres = tuple[float, float]  # width and height


class Entry(Model):
    """A part of the ticket; its keys are written as XJDF writes them."""

    model_config = ConfigDict(alias_generator=to_pascal, populate_by_name=True)


class FileSpec(Entry):
    """A print file: its name in the package, and its SHA-256."""

    url: Annotated[str, Field(alias="URL")]
    check_sum: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    pages: Annotated[int, Field(ge=1)]
    blank_pages: Annotated[int, Field(ge=0, description="Of them, the last ones.")] = 0
    standard: Literal["PDF/X-4"] = "PDF/X-4"


class LayoutIntent(Entry):
    finished_dimensions: Annotated[Millimetres, Field(description="Cut and folded.")]
    dimensions: Annotated[Millimetres, Field(description="Open: before it is cut or folded.")]
    bleed: Annotated[float, Field(ge=0)]
    sides: Literal["OneSided", "TwoSidedHeadToHead", "TwoSidedHeadToFoot"]
    pages_per_sheet: Annotated[int, Field(ge=1, description="Finished pieces of a press sheet.")]
    blank_places: Annotated[
        tuple[tuple[int, int], ...],
        Field(description="Places, from 1, and on how many of the last sheets they are empty."),
    ] = ()


class MediaIntent(Entry):
    descriptive_name: str
    weight: Annotated[int, Field(description="In g/m².")]
    coating: Literal["Coated", "None"]


class ColorIntent(Entry):
    color_standard: Annotated[str, Field(description="The registered printing condition, as FOGRA47.")]
    front: tuple[str, ...]
    back: tuple[str, ...]
    total_area_coverage: Annotated[float, Field(description="The most ink, in %.")]


class FoldingIntent(Entry):
    """Where it is folded, in mm from the left and the upper edge of the trim of the first page."""

    x: tuple[float, ...] = ()
    y: tuple[float, ...] = ()


class VariableIntent(Entry):
    """Every page is another: the numbers of its first and its last sheet."""

    first: str
    last: str
    print_process: Literal["Digital"] = "Digital"


class BindingIntent(Entry):
    binding_type: Literal["SaddleStitch", "CornerStitch", "None"]


BINDINGS: dict[Binding, Literal["SaddleStitch", "CornerStitch", "None"]] = {
    "saddle": "SaddleStitch",
    "corner": "CornerStitch",
    "none": "None",
}


class TicketProduct(Entry):
    external_id: Annotated[str, Field(alias="ExternalID")]
    descriptive_name: str
    part: Annotated[str | None, Field(description="Which of several files of an item.")] = None
    amount: Annotated[int, Field(ge=1, description="Copies of the file's pages.")]
    finished_pieces: Annotated[int, Field(ge=1)]
    press_sheets: Annotated[int, Field(ge=1)]
    file_spec: FileSpec
    layout_intent: LayoutIntent
    media_intent: MediaIntent
    color_intent: ColorIntent
    folding_intent: FoldingIntent | None = None
    variable_intent: VariableIntent | None = None
    binding_intent: BindingIntent | None = None
    comment: Annotated[str, Field(description="What to do after printing, in German.")]


class Contact(Entry):
    """Who gets the boxes, and whom to ask."""

    company_name: str
    address: tuple[str, ...] = ()
    person: str | None = None
    email: str | None = None
    phone: str | None = None


class MachineTicket(Entry):
    """An order for a print shop."""

    job_id: Annotated[str, Field(alias="JobID")]
    status: Literal["draft", "pass"]
    required: Annotated[date | None, Field(description="The day it is wanted.")] = None
    contact: Contact | None = None
    products: tuple[TicketProduct, ...]

    def as_bytes(self) -> bytes:
        return self.model_dump_json(by_alias=True, indent=2, exclude_none=True).encode() + b"\n"


def ticket_schema() -> str:
    """The JSON Schema of the ticket as it is written."""
    schema = MachineTicket.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_ticket_schema(project: Project) -> str:
    """Writes docs/auftrag.schema.json and names it."""
    project.ticket_schema.write_text(ticket_schema(), encoding="utf-8", newline="\n")
    return project.name(project.ticket_schema)


def machine_ticket(plan: Plan, files: Iterable[FinishedFile]) -> MachineTicket:
    """The ticket of the files that go to the print shop."""
    delivery = plan.order.value.delivery
    return MachineTicket(
        job_id=plan.name,
        status="draft" if plan.draft_reasons else "pass",
        required=delivery.wanted if delivery else None,
        contact=_contact(delivery) if delivery else None,
        products=tuple(_product(plan.name, file, plan.brand.value) for file in files),
    )


def _contact(delivery: Delivery) -> Contact:
    return Contact(
        company_name=delivery.name,
        address=delivery.address,
        person=delivery.contact,
        email=delivery.email,
        phone=delivery.phone,
    )


def _product(order: str, file: FinishedFile, brand: Brand) -> TicketProduct:
    product, pieces = file.product, pieces_of(file)
    layout, paper = product.layout, product.stock.paper
    front, back = ink_names(product, brand)
    return TicketProduct(
        external_id=product.id,
        descriptive_name=layout.title,
        part=product.part,
        amount=product.item.copies,
        finished_pieces=pieces.finished,
        press_sheets=pieces.sheets,
        file_spec=FileSpec(
            url=package_name(order, file, brand), check_sum=file.sha256, pages=file.pages, blank_pages=file.blank
        ),
        layout_intent=LayoutIntent(
            finished_dimensions=layout.final or product.trim,
            dimensions=open_size(product) or product.trim,
            bleed=product.frame.bleed,
            sides=_sides(product),
            pages_per_sheet=pieces.per_sheet,
            blank_places=blank_places(product.sheets) if product.sheets else (),
        ),
        media_intent=MediaIntent(
            descriptive_name=str(paper), weight=paper.weight, coating="Coated" if paper.coated else "None"
        ),
        color_intent=ColorIntent(
            color_standard=product.profile.condition,
            front=front,
            back=back,
            total_area_coverage=product.profile.ink_limit,
        ),
        folding_intent=FoldingIntent(x=layout.folds.x, y=layout.folds.y) if layout.folds.x or layout.folds.y else None,
        variable_intent=VariableIntent(first=product.span[0], last=product.span[1])
        if product.span and product.boards > 1
        else None,
        binding_intent=BindingIntent(binding_type=BINDINGS[product.binding]) if product.binding else None,
        comment=finishing_text(product),
    )


def _sides(product: Product) -> Literal["OneSided", "TwoSidedHeadToHead", "TwoSidedHeadToFoot"]:
    """Turned on the edge that is upright, both sides have their head at the top."""
    if product.layout.sides == 1:
        return "OneSided"
    width, height = product.trim
    upright = "long-edge" if height >= width else "short-edge"
    return "TwoSidedHeadToHead" if product.layout.duplex in (upright, None) else "TwoSidedHeadToFoot"

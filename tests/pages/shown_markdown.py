"""What a page gives Streamlit to be read as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

# Text that Streamlit shows as it is, or that nobody sees, by the message and the field: see the
# contract in `tests.contracts.test_streamlit`. Everything else is taken for Markdown.
PLAIN = {
    "Arrow": {"columns"},
    "BidiComponent": {"json"},
    "Code": {"code_text", "language"},
    "ComponentInstance": {"json_args"},
    "Html": {"body"},
    "MultiSelect": {"options", "raw_values"},
    "PageLink": {"query_string"},
    "Selectbox": {"options", "raw_value", "placeholder"},
    "Text": {"body"},
    "TextArea": {"default", "value", "placeholder"},
    "TextInput": {"default", "value", "placeholder"},
}
IDS = {"id", "form_id", "key", "user_key", "query_param_key", "page_script_hash"}


def markdown(at: AppTest) -> Iterator[tuple[str, str]]:
    """Each text that may be read as Markdown, behind the names of its message and its field."""
    for node in at._tree:
        if isinstance(getattr(node, "proto", None), Message):
            yield from texts(node.proto)


def texts(message: Message) -> Iterator[tuple[str, str]]:
    """The texts of a message and of all messages within it."""
    name = message.DESCRIPTOR.name
    for field, value in message.ListFields():
        if field.name in IDS or field.name in PLAIN.get(name, ()):
            continue
        values = value if field.is_repeated else [value]
        if field.type == FieldDescriptor.TYPE_STRING:
            yield from ((f"{name}.{field.name}", each) for each in values)
        elif field.type == FieldDescriptor.TYPE_MESSAGE:
            for each in values:
                yield from texts(each)

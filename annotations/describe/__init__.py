"""How do others read the tables? Their columns as a data package, and as a page for people."""

from annotations.describe.columns import columns_page
from annotations.describe.datapackage import datapackage

__all__ = ["columns_page", "datapackage"]

"""What do we use of other people's packages that they do not promise? One module a library.

Each of them has its tests in `tests/contracts/`: they say which promise broke when a newer version
of a library does something in another way. Everything else uses public names only. geopy has
no module here: nothing of it is used that it does not promise.
"""

"""Every string that a person sees, in the language of this run: gettext, domain `messages`.

Catalogues lie in `views/locale/<language>/LC_MESSAGES/messages.mo`. English is the language
of the source, so it needs none, and it stands in for whatever is missing in a catalogue.
"""

from __future__ import annotations

import gettext as _gettext
from contextvars import ContextVar
from functools import cache

from geodata import ROOT

LOCALE = ROOT / "views" / "locale"
SOURCE_LANGUAGE = "en"

# A context variable, not a global: visitors with different languages share one process.
_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


def languages() -> tuple[str, ...]:
    """Codes of the languages that can be chosen, English first."""
    found = sorted(path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/messages.mo"))
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))


def use_language(code: str) -> None:
    """Speak this language in the current run; English where there is no such catalogue.

    Each thread starts in English, so a page calls this first.
    """
    _language.set(code if code in languages() else SOURCE_LANGUAGE)


def current_language() -> str:
    """The code of the language of the current run."""
    return _language.get()


def _(message: str) -> str:
    """The message in the current language."""
    return _catalogue(_language.get()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that goes with the count."""
    return _catalogue(_language.get()).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message in the current language, told apart from the same words elsewhere."""
    return _catalogue(_language.get()).pgettext(context, message)


def N_(message: str) -> str:
    """The message as it is, for translators to find: `_` says it later, in a language."""
    return message


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    return _gettext.translation("messages", LOCALE, languages=[code], fallback=True)

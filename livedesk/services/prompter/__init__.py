"""The prompter's feed on the loopback, and its process."""

from livedesk.services.prompter.service import PrompterService

__all__ = ["PrompterService"]

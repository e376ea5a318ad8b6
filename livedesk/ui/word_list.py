"""Sentences by code, in English; the Chinese ones are in resources/translations/zh_CN/shell.ts.

A sentence says what is wrong and what to do. ``{place}`` is where in a file, made from the facts.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "alerts.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The alert rules in {file} cannot be read ({reason}). Put the file right, or delete it to have the "
        "presets again.",
    ),
    "backup.damaged": QT_TRANSLATE_NOOP(
        "words",
        "The newest backup {detail} is damaged. An older good one is kept; make a new backup now.",
    ),
    "backup.failed": QT_TRANSLATE_NOOP("words", "The hourly backup failed ({reason}); check the disk."),
    "checks.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The standard checklist {file} can't be read: {reason}. Put the file back as it was installed.",
    ),
    "claims.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The word list {file} can't be read: {reason}. Put the file back as it was installed.",
    ),
    "data.unknown_edit": QT_TRANSLATE_NOOP(
        "words",
        "The show holds an edit ({kind}) that this version does not know; open it with a newer livedesk.",
    ),
    "data.unknown_event": QT_TRANSLATE_NOOP(
        "words",
        "The journal holds an event ({kind}) that this version does not know; open it with a newer livedesk.",
    ),
    "data.unreadable": QT_TRANSLATE_NOOP(
        "words",
        'Stored data ({kind}) can\'t be read: {reason}. Run "livedesk doctor" and restore a backup if it says so.',
    ),
    "desk.screen_lost": QT_TRANSLATE_NOOP(
        "words",
        "The screen {screen} is gone, and with it: {panels}. It stands on this screen meanwhile and goes back by "
        "itself; check the cable and the power of the screen.",
    ),
    "edit.aired": QT_TRANSLATE_NOOP(
        "words", "“{title}” was on air in this run and stays in the rundown until it ends; skip it instead."
    ),
    "edit.bad_field": QT_TRANSLATE_NOOP("words", "There is no field {field} to change."),
    "edit.closed": QT_TRANSLATE_NOOP(
        "words", "The script is locked. Unlock it on the page Script (Ctrl+Shift+L) to change anything."
    ),
    "edit.bad_duration": QT_TRANSLATE_NOOP("words", "A duration can't be negative."),
    "edit.bad_place": QT_TRANSLATE_NOOP("words", "There is no such place in the rundown."),
    "edit.exists": QT_TRANSLATE_NOOP("words", "There is already an item with the id {id}."),
    "edit.missing": QT_TRANSLATE_NOOP(
        "words",
        "What you edit is no longer in the show; it may have been removed.",
    ),
    "edit.waiting": QT_TRANSLATE_NOOP(
        "words", "The last changes are not on disk yet; undo works again once they are saved."
    ),
    "services.loading": QT_TRANSLATE_NOOP("words", "The services are still starting; try again in a moment."),
    "edit.not_saved": QT_TRANSLATE_NOOP(
        "words",
        "The last change of the rundown is not on disk ({reason}); keep the program open and check the disk.",
    ),
    "edit.locked": QT_TRANSLATE_NOOP(
        "words",
        "On air the desk is locked: only a skip, or a scene's new name, made on air is undone or redone. Unlock it "
        "with Ctrl+Alt+L for other edits.",
    ),
    "edit.nothing": QT_TRANSLATE_NOOP("words", "There is nothing to undo or redo."),
    "edit.stale": QT_TRANSLATE_NOOP(
        "words",
        "The show has moved on: your change was made on revision {base}, it is at {current} now. Look at "
        "the new version and make the change again.",
    ),
    "export.too_long": QT_TRANSLATE_NOOP(
        "words",
        "A text in sheet {sheet}, row {row}, column {column} is too long for a cell. Shorten it and export again.",
    ),
    "export.unknown_type": QT_TRANSLATE_NOOP(
        "words",
        "{file}: choose a file name that ends in .json, .xlsx, .csv, .html or .pdf.",
    ),
    "file.missing": QT_TRANSLATE_NOOP("words", "{path} is not there; check the name."),
    "file.not_written": QT_TRANSLATE_NOOP(
        "words",
        "{path} could not be written: {reason}. Choose another folder.",
    ),
    "file.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "{file} cannot be read ({reason}). Check the file and your right to read it.",
    ),
    "folder.in_use": QT_TRANSLATE_NOOP(
        "words",
        "The data folder {path} is in use by another livedesk (process {pid}). Close it first, or choose "
        "another folder with --data.",
    ),
    "folder.not_writable": QT_TRANSLATE_NOOP(
        "words",
        "livedesk cannot write the data folder {path} ({reason}). Give your user the right to write it, or "
        "choose another with --data.",
    ),
    "journal.conflict": QT_TRANSLATE_NOOP(
        "words",
        "An entry clashes with what is in the journal and was not saved. The show goes on; report it with the log in "
        "the data folder.",
    ),
    "media.bad_name": QT_TRANSLATE_NOOP(
        "words",
        '"{name}" cannot be the name of a picture. Rename it: plain letters and digits, no folders '
        "above, no special characters.",
    ),
    "media.not_written": QT_TRANSLATE_NOOP(
        "words",
        "The picture {name} could not be kept ({reason}). Check the disk and try again.",
    ),
    "money.below_fen": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" has parts smaller than one fen; round it yourself first.',
    ),
    "money.unreadable": QT_TRANSLATE_NOOP("words", '"{value}" is not an amount; write it like 129 or 129.50.'),
    "orders.cancelled": QT_TRANSLATE_NOOP("words", "Importing {file} was cancelled; nothing of it was kept."),
    "orders.folder_unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The folder for order files, {folder}, cannot be read ({reason}). Choose another one in settings.",
    ),
    "orders.not_an_order_file": QT_TRANSLATE_NOOP(
        "words",
        "{file} is not an order file: the column {missing} is missing. Choose the CSV that the shop "
        "exports under 订单管理.",
    ),
    "orders.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The order file {file} cannot be read{place}: {reason} Nothing of it was kept; export it again.",
    ),
    "program.unexpected": QT_TRANSLATE_NOOP(
        "words",
        "Something unexpected happened and the show goes on: {reason}. The log has the details.",
    ),
    "prompter.hung": QT_TRANSLATE_NOOP(
        "words",
        "The prompter{which} does not answer. The show goes on; close its window and open it again.",
    ),
    "prompter.lost": QT_TRANSLATE_NOOP(
        "words",
        "The prompter{which} has closed. It is started again by itself; the show goes on.",
    ),
    "prompter.unseen": QT_TRANSLATE_NOOP(
        "words",
        "The host sees no prompter{which}: its screen is gone, or its window is minimised. Plug the screen in, or "
        "bring the window back.",
    ),
    "recording.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "The recording {file} cannot be read{place}: {reason} Choose a recording of a relay (.jsonl).",
    ),
    "recording.unwritable": QT_TRANSLATE_NOOP(
        "words",
        "The feed cannot be recorded to {file} ({reason}). Free disk space or choose another data folder.",
    ),
    "relay.no_relay": QT_TRANSLATE_NOOP(
        "words",
        "What answers at {address} is no bullet-comment relay that lets us in. Check the address in the settings, and "
        "whether another program has the relay's port.",
    ),
    "relay.bad_address": QT_TRANSLATE_NOOP(
        "words",
        "{address} is no relay's address. It begins with ws:// or wss://, such as ws://127.0.0.1:8888.",
    ),
    "report.unknown_type": QT_TRANSLATE_NOOP(
        "words",
        "{file}: choose a file name that ends in .html, .pdf or .csv.",
    ),
}

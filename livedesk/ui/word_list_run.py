"""Sentences by code, in English; the Chinese ones are in resources/translations/zh_CN/shell.ts.

A sentence says what is wrong and what to do. ``{place}`` is where in a file, made from the facts.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Mapping[str, object] = {
    "rehearsal.cut_off": QT_TRANSLATE_NOOP(
        "words",
        "A rehearsal of {title} was cut off when the program ended. It is closed as far as it came; nothing of it "
        "counts for a live show.",
    ),
    "rehearsal.on_air": QT_TRANSLATE_NOOP("words", "The show is on air: it can be rehearsed when it is over."),
    "rehearsal.running": QT_TRANSLATE_NOOP("words", "A rehearsal is running; end it first."),
    "rehearsal.without_obs": QT_TRANSLATE_NOOP(
        "words",
        "This rehearsal goes without OBS; begin one with OBS to try this out.",
    ),
    "run.already_on_air": QT_TRANSLATE_NOOP("words", "The show is on air already."),
    "run.already_open": QT_TRANSLATE_NOOP("words", "A run is open already; end it first."),
    "run.checks_open": QT_TRANSLATE_NOOP(
        "words",
        "Not ready: {count} critical checks are open (first: {first}). Finish them, or override with your "
        "name and a reason.",
    ),
    "run.count_to_fixed": QT_TRANSLATE_NOOP(
        "words",
        "This segment ends at a fixed time; its length can't be changed by hand.",
    ),
    "run.empty_message": QT_TRANSLATE_NOOP("words", "Write something before you send it."),
    "run.ended": QT_TRANSLATE_NOOP("words", "The show has ended; open it again for a new run."),
    "run.far_from_plan": QT_TRANSLATE_NOOP(
        "words",
        "The show is planned for {planned}, {hours} hours away from now. Open the right show, or go live all the "
        "same with your name and a reason.",
    ),
    "run.missing": QT_TRANSLATE_NOOP("words", "There is no run {run}. `livedesk runs` lists them."),
    "run.missing_check": QT_TRANSLATE_NOOP("words", "That check is no longer on the list."),
    "run.missing_cue": QT_TRANSLATE_NOOP("words", "That console cue is no longer in the rundown."),
    "run.missing_moment": QT_TRANSLATE_NOOP("words", "That moment is not in this run."),
    "run.missing_product": QT_TRANSLATE_NOOP("words", "That product is no longer in the queue."),
    "run.missing_promotion": QT_TRANSLATE_NOOP("words", "That promotion is no longer in the show."),
    "run.missing_segment": QT_TRANSLATE_NOOP("words", "That segment is no longer in the rundown."),
    "run.missing_standby": QT_TRANSLATE_NOOP("words", "That standby plan is no longer in the show."),
    "run.no_back": QT_TRANSLATE_NOOP("words", "There is nothing to go back to."),
    "run.no_duration": QT_TRANSLATE_NOOP("words", "This item has no length to change."),
    "run.no_follow": QT_TRANSLATE_NOOP("words", "Nothing follows by itself here; take the next one with GO."),
    "run.no_next": QT_TRANSLATE_NOOP(
        "words",
        "This is the last segment; there is nothing to take. End the show when you are done.",
    ),
    "run.no_segments": QT_TRANSLATE_NOOP("words", "The rundown has no segment to take; import a run sheet first."),
    "run.no_time_left": QT_TRANSLATE_NOOP("words", "No time is left to take away."),
    "run.not_aired": QT_TRANSLATE_NOOP("words", "Run {run} never went on air, so there is nothing to report."),
    "run.not_in_standby": QT_TRANSLATE_NOOP("words", "No standby plan is on air that could be ended."),
    "run.not_on_air": QT_TRANSLATE_NOOP("words", "The show is not on air yet; press Space to go on air."),
    "run.not_open": QT_TRANSLATE_NOOP("words", "No run is open; open a show first."),
    "run.on_air_already": QT_TRANSLATE_NOOP("words", "That segment is on air now."),
    "run.on_air_elsewhere": QT_TRANSLATE_NOOP(
        "words",
        "{title} is on air on this desk; end it before you open another show.",
    ),
    "run.override_incomplete": QT_TRANSLATE_NOOP(
        "words",
        "To go on air all the same, write both your name and a reason.",
    ),
    "run.resume_first": QT_TRANSLATE_NOOP("words", "Say first whether to go on with this show."),
    "run.unknown_command": QT_TRANSLATE_NOOP("words", "This version can't do that ({name})."),
    "sheet.approval_stays": QT_TRANSLATE_NOOP(
        "words",
        "The approval ({state}) does not come along, since anybody can change a sheet: the new show begins as a draft. "
        "The json file carries it.",
    ),
    "sheet.bad_encoding": QT_TRANSLATE_NOOP(
        "words",
        "{file} is neither UTF-8 nor GBK (byte {at}). Save it as UTF-8 or as xlsx.",
    ),
    "sheet.bad_line": QT_TRANSLATE_NOOP(
        "words",
        "Line {line} of {file} cannot be read: {reason} Correct it and import again.",
    ),
    "sheet.cell_error": QT_TRANSLATE_NOOP(
        "words",
        "The cell holds an error of the spreadsheet (as #REF!). Correct the formula.",
    ),
    "sheet.cell_not_used": QT_TRANSLATE_NOOP(
        "words",
        'The cell under "{name}" has no place in a standby plan and was left out.',
    ),
    "sheet.check_group": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a group of checks. Write 摄像, 音频, 灯光, OBS 与网络, 道具与样品, 商品与价格, '
        "账号与权限 or 人员.",
    ),
    "sheet.count_unreadable": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a number of pieces. Write it as 300, 1,200 or 1.2万.',
    ),
    "sheet.column_of_products": QT_TRANSLATE_NOOP(
        "words",
        'The column "{value}" was left out here: the sheet of products says it. Correct it there.',
    ),
    "sheet.cue_outside": QT_TRANSLATE_NOOP(
        "words",
        'The console action "{value}" falls outside its item\'s time. Correct its time.',
    ),
    "sheet.plan_cue_time": QT_TRANSLATE_NOOP(
        "words",
        'The console action "{value}" of a standby plan names a time of day. It is due when the plan is called.',
    ),
    "sheet.plan_product": QT_TRANSLATE_NOOP(
        "words",
        'The standby plan names the product "{name}", which the show does not have. It was left out.',
    ),
    "sheet.duration_differs": QT_TRANSLATE_NOOP(
        "words",
        "The times give {range} and the duration says {duration}. The times were taken.",
    ),
    "sheet.duration_unreadable": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a duration. Write it as 5分钟, 05:00 or 00:05:00.',
    ),
    "sheet.encrypted": QT_TRANSLATE_NOOP(
        "words",
        "{file} is protected by a password. Save it without one and import again.",
    ),
    "sheet.end_before_start": QT_TRANSLATE_NOOP(
        "words",
        "The end {value} comes before the start. Correct one of them.",
    ),
    "sheet.end_mode_unknown": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a way to end an item. Write 手动, 自动 or a time.',
    ),
    "sheet.formula_empty": QT_TRANSLATE_NOOP(
        "words",
        "The cell's formula has no saved result. Open the file in a spreadsheet program and save it.",
    ),
    "sheet.hidden_row": QT_TRANSLATE_NOOP(
        "words",
        "This row is hidden in the sheet and was read all the same. Delete it there if it is not wanted.",
    ),
    "sheet.id_rounded": QT_TRANSLATE_NOOP(
        "words",
        "The id {value} was rounded by the spreadsheet. Enter it again as text.",
    ),
    "sheet.link_twice": QT_TRANSLATE_NOOP(
        "words",
        'Link {link} belongs to "{name}" already. Give each product its own number.',
    ),
    "sheet.link_unknown": QT_TRANSLATE_NOOP(
        "words",
        "There is no product with link {link} in the product sheet. Add it, or correct the number.",
    ),
    "sheet.needs_date": QT_TRANSLATE_NOOP(
        "words",
        "{file} does not say the date; give it with --date 2026-11-25.",
    ),
    "sheet.needs_start": QT_TRANSLATE_NOOP(
        "words",
        "{file} does not say when the show starts; give it with --start 20:00.",
    ),
    "sheet.no_duration": QT_TRANSLATE_NOOP(
        "words",
        "This row has neither an end nor a duration. Write one, as 20:00-20:05 or 5分钟.",
    ),
    "sheet.no_header": QT_TRANSLATE_NOOP(
        "words",
        "{file} has no header row with a time (时间段) and a title (环节). Name the columns and import again.",
    ),
    "sheet.empty": QT_TRANSLATE_NOOP(
        "words",
        "No row under the header is an item: the file holds a show without segments.",
    ),
    "sheet.no_segments": QT_TRANSLATE_NOOP(
        "words",
        "There is no item under the header. Fill in the rundown and import again.",
    ),
    "sheet.no_time": QT_TRANSLATE_NOOP("words", "This row has no time. Write one, as 20:00-20:05 or 5分钟."),
    "sheet.no_title": QT_TRANSLATE_NOOP("words", "This row has a time but no title. Name the item."),
    "sheet.not_a_workbook": QT_TRANSLATE_NOOP("words", "{file} is not an xlsx workbook. Save it as xlsx or csv."),
    "sheet.old_format": QT_TRANSLATE_NOOP(
        "words",
        "{file} is in the old xls format. Save it as xlsx and import again.",
    ),
    "sheet.overlap": QT_TRANSLATE_NOOP(
        "words",
        "This row begins {length} before the row above ends. It begins when that one ends.",
    ),
    "sheet.panic_scene": QT_TRANSLATE_NOOP(
        "words",
        'The standby plan "{title}" is the panic scene (F9) and names no scene: 紧急画面 was put in. Write the '
        "scene's name as it is in OBS if it is another one.",
    ),
    "sheet.picture_missing": QT_TRANSLATE_NOOP(
        "words",
        "The picture {name} is not beside the sheet. Put it there, or add it later.",
    ),
    "sheet.picture_too_large": QT_TRANSLATE_NOOP(
        "words",
        "The picture {name} is too large and was left out. Make it smaller than 20 MB.",
    ),
    "sheet.probe_unknown": QT_TRANSLATE_NOOP(
        "words",
        'There is no automatic probe "{value}". The check is done by hand.',
    ),
    "sheet.product_new": QT_TRANSLATE_NOOP(
        "words",
        '"{name}" is not in the product sheet and was added with its name alone.',
    ),
    "sheet.product_no_name": QT_TRANSLATE_NOOP("words", "This product has no name. Write one."),
    "sheet.product_unknown": QT_TRANSLATE_NOOP(
        "words",
        'There is no product "{value}". Correct the name or the link number.',
    ),
    "sheet.promotion_kind": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a kind of promotion. Write 满减, 折扣, 返现, 秒杀, 赠品, 团购, 抽奖, 优惠券 or 福袋.',
    ),
    "sheet.refused": QT_TRANSLATE_NOOP(
        "words",
        "{file} was not imported: {count} problems. The first: row {row}, {column}: {reason}",
    ),
    "sheet.scene_many": QT_TRANSLATE_NOOP("words", "The cell names several scenes. The first was taken: {value}."),
    "sheet.segment_long": QT_TRANSLATE_NOOP(
        "words",
        "This row lasts {length}, until the time of the next one. If a time is of the evening, write it as 19:30.",
    ),
    "sheet.segment_unknown": QT_TRANSLATE_NOOP(
        "words",
        'There is no item "{value}" in the rundown. Correct its number or title.',
    ),
    "sheet.price_differs": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" differs from what an earlier row says of {name}, which was kept. Write the same in both.',
    ),
    "sheet.price_of_many": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" was left out: this row has several products. Write one line for each of them.',
    ),
    "sheet.range_too_long": QT_TRANSLATE_NOOP(
        "words",
        "From its start to its end this row lasts {length}. Correct its times: a row lasts six hours at most.",
    ),
    "sheet.sheet_not_read": QT_TRANSLATE_NOOP(
        "words",
        'The sheet "{name}" was not read: it is no run sheet, product, promotion or check list.',
    ),
    "sheet.start_differs": QT_TRANSLATE_NOOP(
        "words",
        "The row begins at {value}, before the start that the sheet gives. It was kept so; check both.",
    ),
    "sheet.step_back": QT_TRANSLATE_NOOP(
        "words",
        "{value} comes before the row above ({above}). Correct the time; only a step back of more than six "
        "hours means the next day.",
    ),
    "sheet.time_ambiguous": QT_TRANSLATE_NOOP(
        "words",
        "{value} happens twice on that day (the clocks go back). Write (前) after it for the first, (后) for the "
        "second, or choose another time.",
    ),
    "sheet.time_shared": QT_TRANSLATE_NOOP("words", "{count} rows share this time: {length} each."),
    "sheet.time_unreadable": QT_TRANSLATE_NOOP(
        "words",
        '"{value}" is not a time. Write it as 20:00-20:05 or 20:00.',
    ),
    "sheet.too_large": QT_TRANSLATE_NOOP(
        "words",
        "{file} is too large for a run sheet. Delete empty sheets and rows and import again.",
    ),
    "sheet.transition_long": QT_TRANSLATE_NOOP(
        "words",
        "The fade was cut to 500 ms: a longer one would delay the panic scene.",
    ),
    "sheet.transition_unknown": QT_TRANSLATE_NOOP(
        "words",
        "The transition is not known and was read as a cut. Write 直切 or 淡入 with milliseconds.",
    ),
    "sheet.unknown_column": QT_TRANSLATE_NOOP(
        "words",
        "Columns that are not known were left out: {value}. What the show needs, put into a column that is read, "
        "as 备注.",
    ),
    "sheet.unreadable": QT_TRANSLATE_NOOP(
        "words",
        "{file} cannot be read: {reason} Save it again as xlsx or UTF-8 csv.",
    ),
    "sheet.year_assumed": QT_TRANSLATE_NOOP("words", "The sheet gives no year: {date} was assumed."),
    "sheet.yes_no": QT_TRANSLATE_NOOP("words", '"{value}" is neither yes nor no. Write 是 or 否.'),
    "show.exists": QT_TRANSLATE_NOOP(
        "words",
        'The show "{title}" ({show}) is there already. Open it, or import the sheet under another title or date.',
    ),
    "show.missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no show {show} (at the revision asked for). `livedesk shows` lists them.",
    ),
    "show.none": QT_TRANSLATE_NOOP("words", "No show is on the desk; open one first."),
    "show.twin": QT_TRANSLATE_NOOP(
        "words",
        'A show "{title}" that starts at {start} is there already; keeping this one makes a second one beside it.',
    ),
    "show_file.broken": QT_TRANSLATE_NOOP(
        "words",
        "The show file does not hang together: {what}. Nothing of it was kept.",
    ),
    "show_file.newer": QT_TRANSLATE_NOOP(
        "words",
        "The show file was written by a newer version ({version}; this one knows {known}). Update the program.",
    ),
    "show_file.unreadable": QT_TRANSLATE_NOOP("words", "The show file cannot be read: {reason}. Export it again."),
    "scene.rename_waits": QT_TRANSLATE_NOOP(
        "words",
        "A scene was renamed in OBS ({names}), but the script is locked and keeps the old name: its takes are "
        "withheld. Unlock the script and the new name goes in by itself, or rename the scene back in OBS.",
    ),
    "store.closed": QT_TRANSLATE_NOOP(
        "words",
        "livedesk is closing and keeps nothing more. Start it again and repeat the last step.",
    ),
    "store.damaged": QT_TRANSLATE_NOOP(
        "words",
        "The database {path} is damaged ({reason}). It was not touched. Restore the newest good backup: {backup}",
    ),
    "store.disk_full": QT_TRANSLATE_NOOP(
        "words",
        "The disk of {path} is full. The show goes on in memory: delete something on this disk, and "
        "livedesk saves by itself.",
    ),
    "store.empty_file": QT_TRANSLATE_NOOP(
        "words",
        "The database {path} is empty (0 bytes), which livedesk never leaves behind. It was not touched. "
        "Restore the newest good backup: {backup}",
    ),
    "store.foreign": QT_TRANSLATE_NOOP(
        "words",
        "{path} is not a livedesk database. It was not touched. Move it elsewhere, or choose another data folder.",
    ),
    "store.locked": QT_TRANSLATE_NOOP(
        "words",
        "Another program holds the database {path}. The show goes on; close that program, and livedesk "
        "saves by itself.",
    ),
    "store.missing": QT_TRANSLATE_NOOP(
        "words",
        "There is no livedesk database at {path}. Open the desktop once, or choose another data folder "
        "with --data.",
    ),
    "store.newer": QT_TRANSLATE_NOOP(
        "words",
        "The database {path} comes from a newer livedesk (schema {found}, this one knows {known}). Update "
        "livedesk, or choose another data folder.",
    ),
    "store.not_writable": QT_TRANSLATE_NOOP(
        "words",
        "livedesk may not write {path} ({reason}). Give your user the right to write it, or choose another "
        "data folder.",
    ),
    "store.older": QT_TRANSLATE_NOOP(
        "words",
        "The database {path} is of an older livedesk (schema {found}). Open it once with the desktop, "
        "which brings it up to date and keeps a copy.",
    ),
    "store.read_only": QT_TRANSLATE_NOOP(
        "words",
        "The data folder {path} is open for reading only. Close the program that owns it and try again.",
    ),
    "store.write_error": QT_TRANSLATE_NOOP(
        "words",
        "The disk refuses to write {path} ({reason}). The show goes on in memory: check the disk; livedesk "
        "keeps trying.",
    ),
    "time.bad_zone": QT_TRANSLATE_NOOP("words", 'There is no time zone "{zone}". Write one as Asia/Shanghai.'),
    "time.nonexistent": QT_TRANSLATE_NOOP(
        "words",
        "The time {value} does not exist on that day (clocks go forward); use {next} or later.",
    ),
}

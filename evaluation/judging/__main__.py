"""``python -m evaluation.judging``: print a sample of what is reported on stories without gold, to be judged by a reader."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from evaluation.judging import judgements, show
from evaluation.judging.items import FROM, Item, items
from evaluation.judging.sample import key, spread
from evaluation.judging.told import SAMPLED, told_stories
from evaluation.stages import Stages, retold_stages
from retold.errors import RetoldError

ROOT = Path(__file__).resolve().parent.parent.parent


def arguments(given: Sequence[str] | None) -> argparse.Namespace:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.judging", description="Samples to be read, and what was judged of them.")
    parser.add_argument("what", nargs="?", choices=list(FROM), default="disputes", help="what is sampled")
    parser.add_argument("number", nargs="?", type=int, default=0, metavar="N", help="items to print; 0: only how those judged fared")
    parser.add_argument("--stories", type=int, default=SAMPLED, metavar="N", help="stories that the sample is drawn from")
    parser.add_argument("--most", type=int, default=3, metavar="N", help="items of one story at most, so that a large one does not fill it")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the stories")
    parser.add_argument("--all", action="store_true", help="print judged items too, with their judgement")
    parser.add_argument("--pending", type=Path, metavar="FILE", help="also write the printed items that are not judged, to be filled in")
    parser.add_argument("--add", type=Path, metavar="FILE", help="instead add the judgements filled in there to those kept")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None, stages: Stages | None = None, file: Path = judgements.FILE) -> int:
    """Run the command; the exit status is 0."""
    options = arguments(given)
    if options.add:
        print(f"{judgements.add(options.add, file)} judgements added to {file.name}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        told = told_stories(options.shared, options.stories, stages or retold_stages(), Path(folder))
    names = {key(one.story): one.story for one in told}
    articles = {key(annotated.article.text): annotated for one in told for annotated in one.annotated}
    found = {item.id: item for one in told for item in items(one, options.what)}
    known = judgements.load(file)
    all_items = list(found.values())
    judged = {all_items[number].id: one for number, one in judgements.match(all_items, known).items()}
    drawn = spread({name: item.story for name, item in found.items()}, options.most)
    chosen = [found[name] for name in drawn if options.all or name not in judged][: options.number]
    for item in chosen:
        verdict = judged.get(item.id)
        print(show.item(item, names[item.story], articles))
        print(f"  judged {'good' if verdict.good else 'bad'}: {verdict.note}\n" if verdict else "")
    if options.pending:
        options.pending.write_bytes(b"".join(msgspec.json.encode(pending(one)) + b"\n" for one in chosen if one.id not in judged))
    print(show.summary(options.what, len(told), judgements.tally(all_items, known, told, options.what)))
    return 0


def pending(item: Item) -> judgements.Pending:
    """An item as a line to be filled in."""
    return judgements.Pending(id=item.id, story=item.story, what=item.what, kind=item.kind, places=item.places)


def command() -> int:
    """``main``, with a sentence in place of a traceback where a file is missing or has another form; the exit status is then 2."""
    try:
        return main()
    except (OSError, msgspec.MsgspecError, RetoldError) as fault:
        print(f"evaluation.judging: {fault}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(command())

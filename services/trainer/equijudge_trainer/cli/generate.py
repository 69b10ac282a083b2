"""`equijudge generate`: programs drawn from a model, as `equijudge score` reads them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from equijudge.cli.console import note, progress_bar
from equijudge.cli.exit_codes import report_errors
from equijudge.cli.options import argument_error
from equijudge.errors import BadArgument
from equijudge_core.contracts.run_config import PROMPT, Data, Evaluation


class Engine(StrEnum):
    """What draws."""

    TRANSFORMERS = "transformers"
    VLLM = "vllm"


@report_errors
def generate(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A Hugging Face causal model, by name or path.")],
    out: Annotated[Path, typer.Option(help="JSONL to write; of several temperatures NAME-tT.jsonl each.")],
    sets: Annotated[
        Path | None, typer.Option(help="Equivalence sets that build-sets wrote: their problems.", show_default=False)
    ] = None,
    problems: Annotated[
        Path | None, typer.Option(help="Problems as CodeContests rows, JSONL.", show_default=False)
    ] = None,
    samples: Annotated[int, typer.Option("-n", "--samples", help="Programs for each problem.")] = 16,
    temperatures: Annotated[str, typer.Option(help="By commas.")] = "1",
    max_new_tokens: Annotated[int, typer.Option(help="A program that is longer is cut off and counts as wrong.")] = 512,
    batch: Annotated[int, typer.Option(help="Samples at once (transformers).")] = 64,
    prompt: Annotated[
        str, typer.Option(help="Template with {description}, and {name} if wanted.", show_default=False)
    ] = PROMPT,
    chat: Annotated[bool, typer.Option("--chat", help="Put the prompt through the tokenizer's chat template.")] = False,
    verbalized: Annotated[
        int | None,
        typer.Option(help="Ask for so many programs with probabilities in one answer.", show_default=False),
    ] = None,
    engine: Annotated[Engine, typer.Option(help="vllm must be installed.")] = Engine.TRANSFORMERS,
    seed: Annotated[int, typer.Option(help="The same seed gives the same programs.")] = 0,
) -> None:
    """Draw programs from a model.

    [bold]equijudge generate MODEL --sets sets/ -n 64 --temperatures 0.6,1 --out run.jsonl[/]

    Then [bold]equijudge score run-t1.jsonl --problems problems.jsonl --reference sets/[/].

    Exit code: 0 done, 2 wrong usage or input.
    """
    if (sets is None) == (problems is None):
        raise BadArgument("exactly one of --sets and --problems: which problems to draw for")
    try:
        data = Data(path=str(sets or problems), prompt=prompt, chat=chat)
        wanted = Evaluation(
            samples=samples,
            temperatures=_numbers(temperatures),
            max_new_tokens=max_new_tokens,
            batch=batch,
            verbalized=verbalized,
            engine=engine.value,
        )
    except ValidationError as error:
        raise argument_error(error) from error
    from equijudge_trainer.data.tokenizer import HubCodec
    from equijudge_trainer.sample import generate

    codec = HubCodec.load(model)
    targets = generate.load_targets(data, codec, sets=sets is not None, verbalized=verbalized)
    note(f"{len(targets)} problems")
    sampler = generate.load_sampler(model, codec, wanted)
    with progress_bar("drawing", 0) as steps:
        for path, count in generate.draw_to_files(sampler, targets, wanted, seed, out, steps):
            note(f"{count} programs written to {path}")


def _numbers(text: str) -> tuple[float, ...]:
    try:
        return tuple(float(number) for number in text.split(","))
    except ValueError as error:
        raise BadArgument(f"--temperatures {text}: expected numbers by commas, such as 0.6,1") from error

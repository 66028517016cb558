"""What a person judged: samples of what is reported on stories without gold, to be read, and judgements kept by offsets.

    python -m evaluation.judging disputes 60 --pending read.jsonl    prints 60, and writes a line for each
    (fill in "good": true or false, and a "note": the kind of error, a colon, what is wrong; never an article's words)
    python -m evaluation.judging --add read.jsonl                    keeps them in evaluation/judgements.jsonl
    python -m evaluation.judging disputes                            says how those judged fare now

``python -m evaluation`` prints the same shares in its column stories-dev, and holds them to floors once they are pinned.
"""

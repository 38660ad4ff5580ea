from demarche_training.conllu import format_conllu, parse_conllu

TEXT = """# sent_id = a
1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tdo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t3:aux\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_

"""


def test_reads_words_and_passes_over_the_rest() -> None:
    (sentence,) = parse_conllu(TEXT)
    assert sentence.id == "a"
    assert sentence.forms == ["do", "n't", "go"]
    assert [word.head for word in sentence.words] == [3, 3, 0]


def test_what_is_written_is_read_again() -> None:
    sentences = parse_conllu(TEXT)
    assert parse_conllu(format_conllu(sentences)) == sentences

"""``@mailbox``: the settings of an agency's mailbox; ``@mail``: the letter a document came with."""

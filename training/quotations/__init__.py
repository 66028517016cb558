"""The learned quotation tagger: data, network, training, distillation, export, card."""

"""Everything that lets Porchlight run on a laptop, beside the product itself."""

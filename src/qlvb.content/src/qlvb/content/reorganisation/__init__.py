"""Plans by which agencies and departments are renamed, merged, split or dissolved, and codes that wait after them."""

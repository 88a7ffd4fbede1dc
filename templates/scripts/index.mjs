// The index page: search.
import './search/search.mjs';

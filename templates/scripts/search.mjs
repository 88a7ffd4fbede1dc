// The page of all pages, and the page of symptoms: what is typed narrows them.
import './search/filter.mjs';
import './search/search.mjs';

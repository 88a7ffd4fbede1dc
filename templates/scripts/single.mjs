// All pages of a rehearsal in one file.
import './page.mjs';
import './search.mjs';
import './record.mjs';
import './page/single.mjs';

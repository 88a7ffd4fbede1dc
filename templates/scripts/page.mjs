// Every page: what is folded, the search in the header, and the way to the same place in another language.
import './page/fold.mjs';
import './page/seek.mjs';
import './page/switch.mjs';

// Every page: what is folded, and the way to the same place in another language.
import './page/fold.mjs';
import './page/switch.mjs';

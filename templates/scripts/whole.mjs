// All pages of a rehearsal in one file.
import './rehearsal.mjs';
import './plan/plan.mjs';

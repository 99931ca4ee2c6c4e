// Starts the module of every element that asks for one with `data-module`.
import { menu } from './menu.js';
import { scheme } from './scheme-button.js';
import { sortable } from './sortable.js';

const MODULES = { menu, scheme, sortable };

for (const element of document.querySelectorAll('[data-module]')) {
  MODULES[element.dataset.module]?.(element);
}

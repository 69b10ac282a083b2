// Give every style that ReDoc adds the page's nonce: some it adds while it is loaded, before it could be told.
"use strict";

const { nonce } = document.currentScript.dataset;
const create = document.createElement.bind(document);

document.createElement = (name, options) => {
  const made = create(name, options);
  if (name.toLowerCase() === "style") {
    made.nonce = nonce;
  }
  return made;
};

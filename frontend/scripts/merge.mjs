// Joins the contract's files, one a base path, into a single OpenAPI document.

/**
 * @param {Record<string, object>} documents parsed OpenAPI 3.0 documents by file name without ending
 * @returns {object} one document whose paths begin with the base path of the file they came from, without a slash at
 *     the end. A component that says the same in two files is kept once; one that says something else is kept under
 *     the name of its file.
 */
export function merge(documents) {
  const whole = {
    openapi: '3.0.3',
    info: { title: 'aln', version: '1' },
    paths: {},
    components: {},
  };
  for (const [file, document] of Object.entries(documents)) {
    const part = withOwnNames(file, document, whole.components);
    const base = part.servers?.[0]?.url ?? '';
    for (const [path, item] of Object.entries(part.paths ?? {})) {
      const full = `${base}${path}`.replace(/\/+$/, '') || '/';
      if (whole.paths[full]) throw new Error(`${file}: ${full} is already told by another file`);
      whole.paths[full] = item;
    }
    for (const [kind, entries] of Object.entries(part.components ?? {})) {
      whole.components[kind] = { ...whole.components[kind], ...entries };
    }
  }
  return whole;
}

/** The document with those components renamed, and their references, that clash with what is there. */
function withOwnNames(file, document, there) {
  let text = JSON.stringify(document);
  for (const [kind, entries] of Object.entries(document.components ?? {})) {
    for (const [name, entry] of Object.entries(entries)) {
      const other = there[kind]?.[name];
      if (other === undefined || JSON.stringify(other) === JSON.stringify(entry)) continue;
      text = text.replaceAll(`"#/components/${kind}/${name}"`, `"#/components/${kind}/${pascal(file)}${name}"`);
    }
  }
  const renamed = JSON.parse(text);
  for (const [kind, entries] of Object.entries(document.components ?? {})) {
    for (const [name, entry] of Object.entries(entries)) {
      const other = there[kind]?.[name];
      if (other === undefined || JSON.stringify(other) === JSON.stringify(entry)) continue;
      renamed.components[kind][`${pascal(file)}${name}`] = renamed.components[kind][name];
      delete renamed.components[kind][name];
    }
  }
  return renamed;
}

function pascal(file) {
  return file.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
}

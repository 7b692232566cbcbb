// A text area over its own words in colours. Ctrl+Enter or the button sends what is written.
const KEYWORDS = /^(?:MATCH|OPTIONAL|WHERE|RETURN|WITH|ORDER|BY|LIMIT|SKIP|UNWIND|AS|AND|OR|NOT|XOR|IN|IS|NULL|DISTINCT|CASE|WHEN|THEN|ELSE|END|CONTAINS|STARTS|ENDS|DESC|ASC|CALL|YIELD|EXISTS|TRUE|FALSE|UNION|ALL)$/i;
const TOKENS = /(\/\/[^\n]*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(:\s*[A-Z]\w*)|(\$\w+)|(\b\d+(?:\.\d+)?\b)|(\b[A-Za-z_]\w*\b)/g;
const KINDS = ["comment", "string", "label", "parameter", "number"];

function coloured(text) {
  const pieces = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const found = KINDS.findIndex((_, index) => match[index + 1]);
    const kind = found >= 0 ? KINDS[found] : KEYWORDS.test(match[0]) ? "keyword" : "";
    pieces.append(text.slice(end, match.index));
    const piece = document.createElement("span");
    piece.className = kind;
    piece.textContent = match[0];
    pieces.append(piece);
    end = match.index + match[0].length;
  }
  pieces.append(text.slice(end), "\n");
  return pieces;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const area = parentElement.querySelector("textarea");
  const shown = parentElement.querySelector("pre");
  const draw = () => {
    shown.replaceChildren(coloured(area.value));
    shown.scrollTop = area.scrollTop;
  };
  if (area.dataset.given !== data.text) {
    area.value = area.dataset.given = data.text;
  }
  const run = () => setTriggerValue("run", area.value);
  area.oninput = draw;
  area.onscroll = draw;
  area.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
  };
  parentElement.querySelector("button").onclick = run;
  draw();
}

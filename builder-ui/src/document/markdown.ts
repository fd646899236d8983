/** A piece of a line. Links lead to web pages and mail only. */
export type Inline =
  | { readonly is: 'text' | 'bold' | 'italic' | 'code'; readonly text: string }
  | { readonly is: 'link'; readonly text: string; readonly to: string };

/** A block of a note. */
export type Block =
  | { readonly is: 'paragraph' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly line: readonly Inline[] }
  | { readonly is: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const LINK = /^(https?:\/\/|mailto:)/i;
const PIECES = /`([^`]+)`|\*\*([^*]+)\*\*|[*_]([^*_\s][^*_]*)[*_]|\[([^\]]+)\]\(([^()\s]+)\)/g;

/** Reads one line: `code`, **bold**, *italic* and [links](https://…). Anything else is text as it stands. */
export function readLine(line: string): readonly Inline[] {
  const pieces: Inline[] = [];
  const say = (text: string) => {
    if (text !== '') pieces.push({ is: 'text', text });
  };
  let end = 0;
  for (const match of line.matchAll(PIECES)) {
    const [all, code, bold, italic, label, to] = match;
    say(line.slice(end, match.index));
    end = match.index + all.length;
    if (code !== undefined) pieces.push({ is: 'code', text: code });
    else if (bold !== undefined) pieces.push({ is: 'bold', text: bold });
    else if (italic !== undefined) pieces.push({ is: 'italic', text: italic });
    else if (label !== undefined && to !== undefined && LINK.test(to)) pieces.push({ is: 'link', text: label, to });
    else say(all);
  }
  say(line.slice(end));
  return pieces;
}

const HEADING = /^(#{1,3})\s+(.+)$/;
const QUOTE = /^>\s?(.*)$/;
const BULLET = /^[-*•]\s+(.+)$/;
const NUMBER = /^\d+[.)]\s+(.+)$/;

type Read = { readonly is: 'paragraph' | 'quote' | 'bullet' | 'number' | 'gap'; readonly text: string } | Extract<Block, { is: 'heading' }>;

function readOne(line: string): Read {
  const text = line.trim();
  if (text === '') return { is: 'gap', text };
  const heading = HEADING.exec(text);
  if (heading !== null) return { is: 'heading', level: (heading[1]?.length ?? 1) as 1 | 2 | 3, line: readLine(heading[2] ?? '') };
  const quote = QUOTE.exec(text);
  if (quote !== null) return { is: 'quote', text: quote[1] ?? '' };
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { is: 'bullet', text: bullet[1] ?? '' };
  const number = NUMBER.exec(text);
  return number === null ? { is: 'paragraph', text } : { is: 'number', text: number[1] ?? '' };
}

/** Reads a note: headings, lists, quotes and paragraphs. No HTML: tags are text like any other. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let before: Read['is'] = 'gap';
  for (const line of text.split('\n')) {
    const read = readOne(line);
    if (read.is === 'heading') blocks.push(read);
    else if (read.is !== 'gap') extend(blocks, read.is, readLine(read.text), before === read.is);
    before = read.is;
  }
  return blocks;
}

/** Adds a line to the last block if it goes on, else as a block of its own. */
function extend(blocks: Block[], is: 'paragraph' | 'quote' | 'bullet' | 'number', line: readonly Inline[], goesOn: boolean): void {
  const last = goesOn ? blocks.pop() : undefined;
  if (is === 'bullet' || is === 'number') {
    const items = last?.is === 'list' ? last.items : [];
    blocks.push({ is: 'list', ordered: is === 'number', items: [...items, line] });
  } else {
    const lines = last?.is === 'paragraph' || last?.is === 'quote' ? last.lines : [];
    blocks.push({ is, lines: [...lines, line] });
  }
}

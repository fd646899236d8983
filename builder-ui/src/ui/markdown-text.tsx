import { Fragment } from 'react';
import { type Block, type Inline, readMarkdown } from '../document/markdown.ts';

function Piece({ piece }: { readonly piece: Inline }) {
  switch (piece.is) {
    case 'bold':
      return <strong>{piece.text}</strong>;
    case 'italic':
      return <em>{piece.text}</em>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'link':
      return (
        <a href={piece.to} target="_blank" rel="noreferrer noopener" className="nodrag">
          {piece.text}
        </a>
      );
    case 'text':
      return piece.text;
  }
}

const Line = ({ pieces }: { readonly pieces: readonly Inline[] }) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever read anew as a whole
  pieces.map((piece, index) => <Piece key={index} piece={piece} />);

function Lines({ lines }: { readonly lines: readonly (readonly Inline[])[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever read anew as a whole
    <Fragment key={index}>
      {index > 0 && <br />}
      <Line pieces={line} />
    </Fragment>
  ));
}

function Part({ block }: { readonly block: Block }) {
  switch (block.is) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5';
      return (
        <Heading>
          <Line pieces={block.line} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are only ever read anew as a whole
            <li key={index}>
              <Line pieces={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Lines lines={block.lines} />
        </blockquote>
      );
    case 'paragraph':
      return (
        <p>
          <Lines lines={block.lines} />
        </p>
      );
  }
}

/** A short Markdown text. It is built from elements, never from HTML, so no text can bring a script along. */
export function MarkdownText({ text }: { readonly text: string }) {
  return readMarkdown(text).map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only ever read anew as a whole
    <Part key={index} block={block} />
  ));
}

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from './json-place.js';

export interface JsonEditorHandle {
  /** Selects the value that a JSON pointer means and brings it into view. */
  goTo(pointer: string): void;
}

interface JsonEditorProps {
  value: string;
  onChange: (value: string) => void;
  readOnly: boolean;
  label: string;
  /** Marked at their lines. */
  problems: { path: string; message: string }[];
  handle: Ref<JsonEditorHandle>;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--qs-primary)' },
  { tag: tags.string, color: 'var(--qs-ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--qs-amber)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--qs-ink-2)' },
]);

/** A JSON document of thousands of lines as text: line numbers, folding, search (Ctrl-F), problems marked at their lines. */
export function JsonEditor({ value, onChange, readOnly, label, problems, handle }: JsonEditorProps) {
  const { t } = useTranslation('admin');
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const first = useRef(value);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const phrases = t('rulebook.editor', { returnObjects: true }) as Record<string, string>;
    const view = new EditorView({
      parent: place.current!,
      doc: first.current,
      extensions: [
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': String(readOnly), spellcheck: 'false', tabindex: '0' }),
        EditorState.phrases.of(phrases),
        lineNumbers(),
        foldGutter(),
        codeFolding({ placeholderText: '…' }),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        bracketMatching(),
        search({ top: true }),
        json(),
        syntaxHighlighting(colours),
        // Tab leaves the field, as everywhere on the page.
        keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.updateListener.of((update) => {
          first.current = update.state.doc.toString();
          if (update.docChanged) changed.current(first.current);
        }),
      ],
    });
    editor.current = view;
    return () => view.destroy();
  }, [label, readOnly, t]);

  useEffect(() => {
    const view = editor.current;
    if (view && view.state.doc.toString() !== value) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const view = editor.current;
    if (!view) return;
    const text = view.state.doc.toString();
    const marks = problems.flatMap(({ path, message }) => {
      const found = placeOf(text, path);
      return found ? [{ from: found[0], to: found[1], severity: 'error' as const, message }] : [];
    });
    view.dispatch(setDiagnostics(view.state, marks));
  }, [problems]);

  useImperativeHandle(handle, () => ({
    goTo(pointer) {
      const view = editor.current;
      const found = view && placeOf(view.state.doc.toString(), pointer);
      if (!found) return;
      view.focus();
      view.dispatch({ selection: { anchor: found[0], head: found[1] }, effects: EditorView.scrollIntoView(found[0], { y: 'center' }) });
    },
  }), []);

  return <div ref={place} className="code-area" />;
}

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './part-tabs.css';

export interface Part {
  key: string;
  label: string;
  children: ReactNode;
}

interface PartTabsProps {
  label: string;
  parts: Part[];
  active: string;
  change: (key: string) => void;
  /** What was opened once stays (an open report keeps its page). */
  keep?: boolean;
}

/** Tabs in one line that scrolls on narrow screens; arrow keys go from one to the next. */
export function PartTabs({ label, parts, active, change, keep = false }: PartTabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Set<string>>(new Set());
  const current = parts.some((part) => part.key === active) ? active : (parts[0]?.key ?? '');
  const go = (key: string): void => {
    setOpened((before) => new Set([...before, current, key]));
    change(key);
  };
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = (parts.findIndex((part) => part.key === current) + by + parts.length) % parts.length;
    const target = parts[at];
    if (!target) return;
    go(target.key);
    list.current?.querySelectorAll<HTMLButtonElement>('[role=tab]')[at]?.focus();
  };
  return (
    <div className="part-tabs">
      <div ref={list} role="tablist" aria-label={label} onKeyDown={step}>
        {parts.map((part) => (
          <button key={part.key} type="button" role="tab" id={`${id}-${part.key}`} aria-selected={part.key === current} aria-controls={part.key === current ? `${id}-panel-${part.key}` : undefined} tabIndex={part.key === current ? 0 : -1} onClick={() => go(part.key)}>
            {part.label}
          </button>
        ))}
      </div>
      {parts.filter((part) => part.key === current || (keep && opened.has(part.key))).map((part) => (
        <div key={part.key} role="tabpanel" id={`${id}-panel-${part.key}`} aria-labelledby={`${id}-${part.key}`} hidden={part.key !== current}>
          {part.children}
        </div>
      ))}
    </div>
  );
}

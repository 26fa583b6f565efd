import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** TypeScript files below the folders, as paths from the repository's root with forward slashes. */
export function sourceFiles(folders: string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path);
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [relative(root, path).replaceAll('\\', '/')] : [];
    });
  return folders.flatMap((folder) => (existsSync(join(root, folder)) ? walk(join(root, folder)) : []));
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What a file's import and export lines name, types included. */
export function importsOf(file: string): string[] {
  const pattern = /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...read(file).matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applySettings } from './app/apply-settings.ts';
import { holdBackComposedKeys } from './app/composed-keys.ts';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { announceScriptFonts } from './app/script-fonts.ts';
import { askFirst } from './storage/first-answers.ts';
import './app/global.css';

holdBackComposedKeys(window);
announceScriptFonts(document.fonts);

const root = document.getElementById('root');
if (root) {
  // What is shown is shown once, in its own theme: nothing is rendered before it is known.
  const first = await askFirst();
  applySettings(first.settings);
  createRoot(root).render(
    <ErrorBoundary>
      <App first={first} />
    </ErrorBoundary>,
  );
}

import type { Tell } from '../../commands/command.ts';
import { useStoredCameras } from './use-stored-cameras.ts';
import { useStoredTemplates } from './use-stored-templates.ts';

/** Reads what the person keeps for all plans, once a plan is open. */
export function useStoredCatalogue(tell: Tell): void {
  useStoredTemplates(tell);
  useStoredCameras(tell);
}

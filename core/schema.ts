import { z } from 'zod';

// Before any schema is built: zod's compiled parsers probe `new Function`, which the window's
// content security policy forbids and reports.
z.config({ jitless: true });

export { z };

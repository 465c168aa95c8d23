import * as z from 'zod';

// SECURITY: zod tries `new Function` while it builds its first schema, which the page's policy reports.
z.config({ jitless: true });

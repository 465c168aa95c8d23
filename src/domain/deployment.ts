import * as z from 'zod';
import { Instant } from '@core/domain/instant';

/** A place where a saved configuration can be made live. */
export const DeployTarget = z.object({
  id: z.string().min(1).max(100),
  label: z.string(),
  production: z.boolean(),
});
export type DeployTarget = z.infer<typeof DeployTarget>;

/** The word to type before a production environment is deployed. */
export const DEPLOY_WORD = 'DEPLOY';

/** How a pipeline stands. `unclear`: the console did not say, or its word is not known. */
export const PipelineState = z.enum(['running', 'succeeded', 'failed', 'cancelled', 'unclear']);
export type PipelineState = z.infer<typeof PipelineState>;

/** A change that Keydesk saved and that is not live everywhere yet. */
export const PendingChange = z.object({
  keyId: z.string(),
  name: z.string(),
  kind: z.enum(['issue', 'edit', 'stop', 'protect']),
  at: Instant,
});
export type PendingChange = z.infer<typeof PendingChange>;

/**
 * What Keydesk knows of an environment's deployments: only its own, since no console lists those of others.
 */
export const DeploymentView = z.object({
  targets: z.array(
    DeployTarget.extend({
      /** live: what is saved was deployed from here · saved: some of it was not · unknown: nobody told. */
      state: z.enum(['live', 'saved', 'unknown']),
      pending: z.array(PendingChange),
      deployedAt: Instant.optional(),
    }),
  ),
  /** The pipeline that is being followed, or was followed last. */
  pipeline: z
    .object({
      target: z.string(),
      state: PipelineState,
      startedAt: Instant,
      endedAt: Instant.optional(),
      message: z.string().optional(),
    })
    .nullable(),
});
export type DeploymentView = z.infer<typeof DeploymentView>;

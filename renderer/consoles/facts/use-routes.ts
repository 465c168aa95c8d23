import { useState } from 'react';
import type { AppError } from '@core/domain/app-error';
import type { ConsoleView } from '@core/domain/console';
import type { ProfileReport, Route, RouteSpec, RouteTrial } from '@core/domain/route-profile';
import { vendorInfo } from '@core/domain/vendor';
import { useSetRoutes, useTryRoutes } from '@renderer/api/profile';
import { operatorRoutes, problemOf, typedRoutes, usedRoutes, type RouteForm } from './route-form';

/** The routes of a console as they are edited, and what its buttons do. */
export interface Routes {
  readonly specs: readonly RouteSpec[];
  readonly form: RouteForm;
  readonly fill: (form: RouteForm) => void;
  readonly change: (id: string, route: Route) => void;
  /** What *Try routes* gave, until the routes change. */
  readonly trials: readonly RouteTrial[] | null;
  readonly tryThem: () => void;
  readonly save: () => void;
  readonly sound: boolean;
  readonly busy: 'try' | 'save' | null;
  readonly error: AppError | null;
}

/**
 * Edits, tries and keeps the routes of a console.
 * @param onSaved told when they were kept, and again when what is kept no longer is what is seen
 */
export function useRoutes(
  console: ConsoleView,
  report: ProfileReport,
  onSaved: (saved: boolean) => void,
): Routes {
  const specs = vendorInfo(console.vendor).routes;
  const [form, setForm] = useState(() => usedRoutes(specs, report));
  const [trials, setTrials] = useState<readonly RouteTrial[] | null>(null);
  const trying = useTryRoutes();
  const setting = useSetRoutes();
  const fill = (next: RouteForm): void => {
    setForm(next);
    setTrials(null);
    onSaved(false);
  };
  const tryThem = async (): Promise<void> => {
    setTrials(null);
    const outcome = await trying.run({ consoleId: console.id, routes: typedRoutes(specs, form) });
    if (outcome.ok) setTrials(outcome.value);
  };
  const save = async (): Promise<void> => {
    const routes = operatorRoutes(specs, form, report);
    onSaved((await setting.run({ consoleId: console.id, routes })).ok);
  };
  return {
    specs,
    form,
    fill,
    change: (id, route) => fill({ ...form, [id]: route }),
    trials,
    tryThem: () => void tryThem(),
    save: () => void save(),
    sound: specs.every((spec) => problemOf(spec, form) === null),
    busy: trying.busy ? 'try' : setting.busy ? 'save' : null,
    error: setting.error ?? trying.error,
  };
}

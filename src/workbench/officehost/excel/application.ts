/** workbook.application and its culture. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';

export class Application extends HostObject {
  constructor(session: Session) {
    super(session, 'Application', 'application');
  }

  override get(name: string): unknown {
    switch (name) {
      case 'CalculationMode':
        return super.get(name) ?? 'Automatic';
      case 'CalculationState':
        return 'Done';
      case 'CalculationEngineVersion':
        return 191_029;
      case 'DecimalSeparator':
        return '.';
      case 'ThousandsSeparator':
        return ',';
      case 'UseSystemSeparators':
        return true;
      default:
        return super.get(name);
    }
  }

  override set(name: string, value: unknown): void {
    if (
      name === 'CalculationMode' &&
      !['Automatic', 'AutomaticExceptTables', 'Manual'].includes(String(value))
    )
      throw new HostError('InvalidArgument');
    super.set(name, value);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'Calculate':
        this.session.model.recalculate?.();
        return null;
      // Both end with the request, and requests are not interleaved: there is nothing to suspend.
      case 'SuspendApiCalculationUntilNextSync':
      case 'SuspendScreenUpdatingUntilNextSync':
        return null;
      default:
        return super.call(name, given);
    }
  }
}

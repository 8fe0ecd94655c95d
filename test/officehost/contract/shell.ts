import { until } from '../page';
import type { ContractPart } from './page';

export const shell: ContractPart = (page) => {
  describe('pane, ribbon and commands', () => {
    it('a ribbon button runs its function and hears that it completed', async () => {
      const seen: string[] = [];
      page().Office.actions.associate('Annotate', (event: Office.AddinCommands.Event) => {
        seen.push('annotated');
        event.completed();
      });
      await page().host.runCommand('Annotate');
      expect(seen).toEqual(['annotated']);
    });

    it('a keyboard shortcut runs its action', async () => {
      const seen: string[] = [];
      page().Office.actions.associate('Refresh', () => {
        seen.push('refreshed');
      });
      page().host.runAction('Refresh');
      await until(
        () => seen.length,
        (count) => count === 1,
      );
      expect(page().host.shell.actionsReady).toBe(true);
    });

    it('the pane is hidden and shown, by the add-in and by the user', async () => {
      const seen: string[] = [];
      const remove = await page().Office.addin.onVisibilityModeChanged((message) => {
        seen.push(message.visibilityMode);
      });
      await page().Office.addin.hide();
      expect(page().host.shell.pane).toBe('Background');
      page().host.showPane(true);
      await until(
        () => seen.length,
        (count) => count === 2,
      );
      expect(seen).toEqual(['Hidden', 'Taskpane']);
      await remove();
    });

    it('the add-in may ask to be loaded with the document', async () => {
      await page().Office.addin.setStartupBehavior(page().Office.StartupBehavior.load);
      expect(await page().Office.addin.getStartupBehavior()).toBe('Load');
    });

    it('buttons are switched on and off', async () => {
      await page().Office.ribbon.requestUpdate({
        tabs: [{ id: 'Looplens', groups: [{ id: 'Main', controls: [{ id: 'Undo', enabled: true }] }] }],
      });
      expect(page().host.shell.enabledButtons.get('Undo')).toBe(true);
    });
  });
};

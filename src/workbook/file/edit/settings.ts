/**
 * What our add-in keeps in a workbook, written as Excel does ([MS-OWEXML]): as properties of its web extension, which the
 * package reaches over a list of task panes. Web extensions of others stay byte for byte as they are.
 */
import { ADD_IN, isOurs, settingText, settingValue } from '../addIn';
import { officeNamespace, addLinkOfType, addType, linksOf } from './links';
import type { Parts } from './parts';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';
import { plainXml } from './xmlText';

const LINKS = 'http://schemas.microsoft.com/office/2011/relationships';
const TYPES = 'application/vnd.ms-office';
const EXTENSION = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
const TASK_PANES = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What the schema puts behind the properties. */
const AFTER_PROPERTIES = ['bindings', 'snapshot', 'extLst'];

/** Makes these the settings of our add-in; a file that has them already is left as it is. */
export async function writeSettings(parts: Parts, settings: ReadonlyMap<string, unknown>): Promise<void> {
  const taskPanes = await linked(parts, '', 'webextensiontaskpanes');
  for (const extension of taskPanes.length === 0 ? [] : await linked(parts, taskPanes[0], 'webextension')) {
    const xml = new XmlPart(await parts.text(extension));
    const reference = childNamed(xml.root, 'reference');
    if (reference === undefined || !isOurs(attributeOf(reference, 'id') ?? '')) continue;
    change(xml, settings);
    if (xml.isChanged) parts.write(extension, xml.toString());
    return;
  }
  if (settings.size > 0) await add(parts, taskPanes.at(0) ?? null, settings);
}

async function linked(parts: Parts, from: string, wanted: string): Promise<string[]> {
  return (await linksOf(parts, from)).flatMap(({ type, part }) =>
    type === wanted && part !== null && parts.has(part) ? [part] : [],
  );
}

function change(xml: XmlPart, settings: ReadonlyMap<string, unknown>): void {
  const { root } = xml;
  const list = childNamed(root, 'properties');
  const known = new Set<string>();
  for (const property of list === undefined ? [] : childrenNamed(list, 'property')) {
    const [name, before] = [attributeOf(property, 'name') ?? '', attributeOf(property, 'value') ?? ''];
    const now = settings.get(name);
    const value = settingValue(before);
    if (settings.has(name) && !known.has(name)) {
      // Another spelling of the same value is no change.
      if (value === undefined || settingText(value) !== settingText(now))
        xml.setAttribute(property, 'value', settingText(now));
    } else if (value !== undefined) xml.remove(property);
    known.add(name);
  }
  const added = propertiesXml(
    root,
    [...settings].filter(([name]) => !known.has(name)),
  );
  if (added === '') return;
  const { prefix } = root;
  if (list !== undefined) xml.append(list, added);
  else xml.insert(`<${prefix}properties>${added}</${prefix}properties>`, AFTER_PROPERTIES);
}

function propertiesXml({ prefix }: Pick<XmlElement, 'prefix'>, settings: [string, unknown][]): string {
  return settings
    .map(
      ([name, value]) =>
        `<${prefix}property name="${plainXml(name)}" value="${plainXml(settingText(value))}"/>`,
    )
    .join('');
}

async function add(
  parts: Parts,
  known: string | null,
  settings: ReadonlyMap<string, unknown>,
): Promise<void> {
  const extension = parts.freeName('xl/webextensions/webextension');
  const reference = `<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="developer" storeType="Registry"/>`;
  const properties = propertiesXml({ prefix: 'we:' }, [...settings]);
  parts.write(
    extension,
    `${HEAD}<we:webextension xmlns:we="${EXTENSION}" id="{${ADD_IN.id.toUpperCase()}}">${reference}<we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/><we:snapshot xmlns:r="${officeNamespace(false)}"/></we:webextension>`,
  );
  await addType(parts, extension, `${TYPES}.webextension+xml`);
  const taskPanes = known ?? (await addTaskPanes(parts));
  const link = await addLinkOfType(parts, taskPanes, `${LINKS}/webextension`, extension);
  const xml = new XmlPart(await parts.text(taskPanes));
  const { root } = xml;
  const row = childrenNamed(root, 'taskpane').length;
  const { prefix } = root;
  // Not visible: Excel opens the pane when the user asks for it, not with the file.
  xml.append(
    root,
    `<${prefix}taskpane dockstate="right" visibility="0" width="350" row="${row}"><${prefix}webextensionref xmlns:r="${officeNamespace(false)}" r:id="${link}"/></${prefix}taskpane>`,
  );
  parts.write(taskPanes, xml.toString());
}

async function addTaskPanes(parts: Parts): Promise<string> {
  const usual = 'xl/webextensions/taskpanes.xml';
  const part = parts.has(usual) ? parts.freeName('xl/webextensions/taskpanes') : usual;
  parts.write(part, `${HEAD}<wetp:taskpanes xmlns:wetp="${TASK_PANES}"></wetp:taskpanes>`);
  await addType(parts, part, `${TYPES}.webextensiontaskpanes+xml`);
  await addLinkOfType(parts, '', `${LINKS}/webextensiontaskpanes`, part);
  return part;
}

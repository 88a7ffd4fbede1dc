/** The question before something is deleted: what shows it, and the actions of its buttons. */
export function confirmation(panel) {
  const find = (selector) => panel.querySelector(selector);
  let [asking, confirmed] = [];
  const ask = (button, text, action) => {
    [asking, confirmed] = [button, action];
    find('.ask p').textContent = text;
    find('.ask').hidden = false;
    find('.ask button').focus();
  };
  const close = (action) => {
    find('.ask').hidden = true;
    action?.();
    (asking.checkVisibility() ? asking : find('button')).focus();
  };
  return [ask, { yes: () => close(confirmed), no: () => close() }];
}

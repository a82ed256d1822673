const SCOPE = 'scope.record';

/** Asks the user for the microphone, if that was not asked yet; false if it is refused. */
export function allowed(): Promise<boolean> {
  return new Promise((resolve) =>
    wx.authorize({ scope: SCOPE, success: () => resolve(true), fail: () => resolve(false) }),
  );
}

/** Lets the user change a refusal; a mini program must not ask again by itself. */
export function openSettings(): Promise<boolean> {
  return new Promise((resolve) =>
    wx.openSetting({
      success: ({ authSetting }) => resolve(authSetting[SCOPE] === true),
      fail: () => resolve(false),
    }),
  );
}

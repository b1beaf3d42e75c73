<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AboutWindow</name>
    <message>
        <source>About Call Notifier</source>
        <translation>バージョン情報 – Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier {version}</source>
        <translation>Call Notifier {version}</translation>
    </message>
    <message>
        <source>It tells you, before a call, how the call will go.</source>
        <translation>通話の前に、通話の品質を予測してお知らせします。</translation>
    </message>
    <message>
        <source>&amp;More about it…</source>
        <translation>詳細を表示(&amp;M)…</translation>
    </message>
    <message>
        <source>What it is made of, and under which licences</source>
        <translation>構成要素とそのライセンス</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンスの本文</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Installed as a Debian package.</source>
        <translation>Debian パッケージでインストールされています。</translation>
    </message>
    <message>
        <source>Installed as an RPM package.</source>
        <translation>RPM パッケージでインストールされています。</translation>
    </message>
    <message>
        <source>Installed by Windows Installer.</source>
        <translation>Windows インストーラーでインストールされています。</translation>
    </message>
    <message>
        <source>Installed as a macOS package.</source>
        <translation>macOS パッケージでインストールされています。</translation>
    </message>
    <message>
        <source>Not installed by a package.</source>
        <translation>パッケージを使わずに導入されています。</translation>
    </message>
    <message>
        <source>Forecasts by the model {name}.</source>
        <translation>予測にはモデル {name} を使用しています。</translation>
    </message>
    <message>
        <source>Under the Apache License, version 2.0.</source>
        <translation>Apache License バージョン 2.0 のもとで提供されています。</translation>
    </message>
    <message>
        <source>This licence came without its text.</source>
        <translation>このライセンスの本文は付属していません。</translation>
    </message>
</context>
<context>
    <name>AmountStep</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>組織によって設定されています。</translation>
    </message>
    <message>
        <source>Most tests are tiny. About once an hour, and where something has changed, a larger one measures the bandwidth. During a call nothing is tested.</source>
        <translation>ほとんどのテストはごく小さなものです。約 1 時間に 1 回、および変化があったときに、大きめのテストで帯域幅を測定します。通話中はテストを行いません。</translation>
    </message>
    <message>
        <source>How often?</source>
        <translation>どのくらいの頻度で行いますか？</translation>
    </message>
    <message>
        <source>{megabytes} MB a day</source>
        <translation>1 日 {megabytes} MB</translation>
    </message>
    <message>
        <source>no tests by themselves</source>
        <translation>自動テストなし</translation>
    </message>
    <message>
        <source>Tiny tests only</source>
        <translation>小さなテストのみ</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>すべてのテスト</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>テストなし</translation>
    </message>
    <message>
        <source>Never &amp;more than</source>
        <translation>上限(&amp;M)</translation>
    </message>
    <message>
        <source>Where data costs &amp;extra</source>
        <translation>データ通信が従量制のとき(&amp;E)</translation>
    </message>
    <message>
        <source>Tests you ask for are always made. All of this can be changed in the settings.</source>
        <translation>手動でのテストはいつでも行えます。これらの項目はすべて、後から設定で変更できます。</translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>%n 秒ごと: 1 日約 {megabytes} MB</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s): about {megabytes} MB a day</source>
        <translation>
            <numerusform>%n 分ごと: 1 日約 {megabytes} MB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Welcome to Call Notifier</source>
        <translation>ようこそ – Call Notifier</translation>
    </message>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Which server do your calls use?</source>
        <translation>通話にはどのサーバーを使用しますか？</translation>
    </message>
    <message>
        <source>How often, and how much data?</source>
        <translation>テストの頻度とデータ量</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>常駐</translation>
    </message>
    <message>
        <source>La&amp;ter</source>
        <translation>後で(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Step {number} of {total}</source>
        <translation>ステップ {number}/{total}</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完了(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>The password of {server} could not be kept: {reason}</source>
        <translation>{server} のパスワードを保存できませんでした: {reason}</translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}.</source>
        <translation>設定を保存できませんでした: {reason}</translation>
    </message>
    <message>
        <source>The settings are saved, but the start at log-in could not be changed: {reason}. Clear that box, or try again.</source>
        <translation>設定は保存されましたが、ログイン時の起動を変更できませんでした（{reason}）。チェックを外すか、もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>BrowsersPane</name>
    <message>
        <source>Browsers</source>
        <translation>ブラウザー</translation>
    </message>
    <message>
        <source>The browser&apos;s extension tells of calls on web pages. A browser finds this program once it is registered there.</source>
        <translation>ブラウザーの拡張機能が、Web ページ上の通話を報告します。ここで登録すると、ブラウザーがこのプログラムを見つけられるようになります。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>登録解除</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>{action}: {browser}</source>
        <translation>{action}: {browser}</translation>
    </message>
    <message>
        <source>No browser was found that the extension works in.</source>
        <translation>拡張機能に対応したブラウザーが見つかりませんでした。</translation>
    </message>
    <message>
        <source>It is a Flatpak, which can&apos;t start other programs. The same browser from a package of the system can.</source>
        <translation>Flatpak 版のため、ほかのプログラムを起動できません。同じブラウザーのシステムパッケージ版なら起動できます。</translation>
    </message>
    <message>
        <source>Registered wrongly: register it again.</source>
        <translation>登録内容が正しくありません。もう一度登録してください。</translation>
    </message>
    <message>
        <source>Not registered.</source>
        <translation>登録されていません。</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>登録されています。</translation>
    </message>
    <message>
        <source>Registered by your organisation, for everybody on this computer.</source>
        <translation>組織によって、このコンピューターの全ユーザー向けに登録されています。</translation>
    </message>
    <message>
        <source>It is a snap: only Ubuntu&apos;s Firefox starts other programs, once it is allowed to.</source>
        <translation>Snap 版です。ほかのプログラムを起動できるのは Ubuntu の Firefox だけで、事前の許可が必要です。</translation>
    </message>
    <message>
        <source>The file there is from another program, and stays.</source>
        <translation>そこにあるファイルは別のプログラムのものなので、そのまま残します。</translation>
    </message>
    <message>
        <source>Now load the extension: open about:debugging#/runtime/this-firefox in Firefox, choose “Load Temporary Add-on…” and the file {file}.</source>
        <translation>次に拡張機能を読み込みます。Firefox で about:debugging#/runtime/this-firefox を開き、「一時的なアドオンを読み込む…」を選んで、ファイル {file} を指定してください。</translation>
    </message>
    <message>
        <source>Now load the extension: open {address} in {browser}, switch on “Developer mode”, choose “Load unpacked” and the folder {folder}.</source>
        <translation>次に拡張機能を読み込みます。{browser} で {address} を開き、「デベロッパーモード」をオンにして、「パッケージ化されていない拡張機能を読み込む」からフォルダー {folder} を指定してください。</translation>
    </message>
    <message>
        <source>Not done: {reason}.</source>
        <translation>実行できませんでした: {reason}</translation>
    </message>
</context>
<context>
    <name>CallDetails</name>
    <message>
        <source>Details of the chosen call</source>
        <translation>選択した通話の詳細</translation>
    </message>
    <message>
        <source>&amp;How was it?</source>
        <translation>通話の評価(&amp;H)…</translation>
    </message>
    <message>
        <source>Delete th&amp;is call</source>
        <translation>この通話を削除(&amp;I)</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>通話を選択すると、その内容が表示されます。</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>品質は不明</translation>
    </message>
    <message>
        <source>What it got</source>
        <translation>通話の品質</translation>
    </message>
    <message>
        <source>The call itself</source>
        <translation>通話の情報</translation>
    </message>
    <message>
        <source>{time}, {length}</source>
        <translation>{time}、{length}</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>通話が短すぎたか、情報が足りなかったため、判定できませんでした。</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>まとめ</translation>
    </message>
    <message>
        <source>By the same table as the forecasts, from the figures below.</source>
        <translation>予測と同じ基準表を使い、以下の数値から判定したものです。</translation>
    </message>
    <message>
        <source>Could send</source>
        <translation>送信可能な速度</translation>
    </message>
    <message>
        <source>What the sender found to be there for it, half of the time. Below 2 Mbit/s there is not enough for everything, below 0.06 Mbit/s for nothing.</source>
        <translation>送信側が利用可能と判断した速度で、通話時間の半分はこの値以上でした。2 Mbit/s を下回ると一部に、0.06 Mbit/s を下回るとすべてに不足します。</translation>
    </message>
    <message>
        <source>Sound lost</source>
        <translation>音声の欠落</translation>
    </message>
    <message>
        <source>What had to be made up because it came too late or not at all.</source>
        <translation>到着が遅すぎたか、届かなかったために補われた音声です。</translation>
    </message>
    <message>
        <source>Picture stood</source>
        <translation>映像の停止</translation>
    </message>
    <message>
        <source>How much of the time the picture stood still.</source>
        <translation>映像が止まっていた時間の割合です。</translation>
    </message>
    <message>
        <source>Delay one way</source>
        <translation>片道の遅延</translation>
    </message>
    <message>
        <source>Half the round trip. From 200 ms on, people talk into each other.</source>
        <translation>往復時間の半分です。200 ms 以上になると、互いの発言が重なるようになります。</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>{forecast} ({percent} sure)</source>
        <translation>{forecast}（確度 {percent}）</translation>
    </message>
    <message>
        <source>What was told of the network when the call began; right where the call had its colour.</source>
        <translation>通話開始時のネットワークに対する予測です。通話の結果が予測と同じ色であれば的中です。</translation>
    </message>
    <message>
        <source>C&amp;hange this…</source>
        <translation>変更(&amp;H)…</translation>
    </message>
    <message>
        <source>What was said of it</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>{stars}: {word}</source>
        <translation>{stars}: {word}</translation>
    </message>
    <message>
        <source>sound {stars}</source>
        <translation>音声 {stars}</translation>
    </message>
    <message>
        <source>picture {stars}</source>
        <translation>映像 {stars}</translation>
    </message>
    <message>
        <source>screen {stars}</source>
        <translation>画面 {stars}</translation>
    </message>
    <message>
        <source>Connection {number} of {all}: {usage}</source>
        <translation>接続 {number}/{all}: {usage}</translation>
    </message>
    <message>
        <source>The connection: {usage}</source>
        <translation>接続: {usage}</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>相手: {who}</translation>
    </message>
    <message>
        <source>Given up after</source>
        <translation>断念まで</translation>
    </message>
    <message>
        <source>How long a path was looked for.</source>
        <translation>経路を探していた時間です。</translation>
    </message>
    <message>
        <source>Connected in</source>
        <translation>接続まで</translation>
    </message>
    <message>
        <source>From the beginning until sound and picture could flow.</source>
        <translation>開始から、音声と映像が流れる状態になるまでの時間です。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>A relay (TURN) carries the call where no direct path is open.</source>
        <translation>直接の経路がない場合は、リレー（TURN）が通話を中継します。</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>How the connection ended.</source>
        <translation>接続がどのように終了したかを示します。</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>{count}, {length} in all</source>
        <translation>{count}、合計 {length}</translation>
    </message>
    <message>
        <source>How often the connection was lost and came back.</source>
        <translation>接続が失われて復旧した回数です。</translation>
    </message>
    <message>
        <source>Other paths</source>
        <translation>経路の変更</translation>
    </message>
    <message>
        <source>How often the call went on over another path.</source>
        <translation>別の経路に切り替えて通話が続いた回数です。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>By bitrate, loss and delay of this stream alone.</source>
        <translation>このストリーム単独のビットレート、損失、遅延から判定したものです。</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>ビットレート</translation>
    </message>
    <message>
        <source>On average; 19 of 20 seconds had no more than the second figure.</source>
        <translation>平均値です。20 秒のうち 19 秒は、2 つ目の値以下でした。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Packets that never arrived; of what you send, as the other end says.</source>
        <translation>届かなかったパケットの割合です。送信分は、相手側の報告によります。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>How unevenly packets arrived: on average, and 19 of 20 times at most.</source>
        <translation>パケット到着間隔のばらつきです。平均値と、20 回中 19 回が収まる上限を示します。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>To the other end and back, as its reports say.</source>
        <translation>相手側まで往復する時間です。相手側の報告によります。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>{size}, {rate}</source>
        <translation>{size}、{rate}</translation>
    </message>
    <message>
        <source>The largest picture, and how many came in a second on average.</source>
        <translation>映像の最大サイズと、1 秒あたりの平均フレーム数です。</translation>
    </message>
    <message>
        <source>Stood still</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{count}, {share} of the time</source>
        <translation>{count}、時間の {share}</translation>
    </message>
    <message>
        <source>How often, and how much of the time, this picture stood still.</source>
        <translation>この映像が止まった回数と、止まっていた時間の割合です。</translation>
    </message>
    <message>
        <source>Made up</source>
        <translation>補われた音声</translation>
    </message>
    <message>
        <source>Sound that had to be made up because it came too late or not at all.</source>
        <translation>到着が遅すぎたか、届かなかったために補われた音声です。</translation>
    </message>
    <message>
        <source>{mean} (up to {high})</source>
        <translation>{mean}（最大 {high}）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>通話中の出来事</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>報告元</translation>
    </message>
    <message>
        <source>Who reported the call to this program.</source>
        <translation>この通話をプログラムに報告したものです。</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>会議</translation>
    </message>
    <message>
        <source>What the application calls it.</source>
        <translation>アプリケーションが使用している名前です。</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定対象</translation>
    </message>
    <message>
        <source>How much of the call the figures are of: all but its beginning.</source>
        <translation>数値の対象となった通話時間です。開始直後を除いた全体です。</translation>
    </message>
</context>
<context>
    <name>CallGraph</name>
    <message>
        <source>Graph of what goes up and down, and of the round trip</source>
        <translation>上り・下りの通信量と往復時間のグラフ</translation>
    </message>
    <message>
        <source>{time}: {up} up, {down} down, round trip {rtt}</source>
        <translation>{time}: 上り {up}、下り {down}、往復時間 {rtt}</translation>
    </message>
    <message>
        <source>, {loss} lost</source>
        <translation>、損失 {loss}</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>まだデータがありません。</translation>
    </message>
    <message>
        <source>Up {low} to {high}, at last {last}.</source>
        <translation>上り {low}～{high}、最新 {last}。</translation>
    </message>
    <message>
        <source>Down {low} to {high}, at last {last}.</source>
        <translation>下り {low}～{high}、最新 {last}。</translation>
    </message>
    <message>
        <source>Round trip {low} to {high}, at last {last}.</source>
        <translation>往復時間 {low}～{high}、最新 {last}。</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上り</translation>
    </message>
    <message>
        <source>Down, dashed</source>
        <translation>下り（破線）</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{length} ago</source>
        <translation>{length}前</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>予測</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
</context>
<context>
    <name>CallTable</name>
    <message>
        <source>Calls, newest first</source>
        <translation>通話（新しい順）</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>The history cannot be opened, so calls are not kept at the moment.</source>
        <translation>履歴を開けないため、現在は通話が保存されません。</translation>
    </message>
    <message>
        <source>No call here: choose another time, or all networks.</source>
        <translation>該当する通話がありません。別の期間か、すべてのネットワークを選択してください。</translation>
    </message>
    <message>
        <source>No call has been seen yet. Calls in a browser or in another program appear here once it tells Call Notifier of them.</source>
        <translation>通話はまだ検出されていません。ブラウザーなどのプログラムが Call Notifier に報告すると、通話がここに表示されます。</translation>
    </message>
    <message>
        <source>Choose a call to see how it went.</source>
        <translation>通話を選択すると、その内容が表示されます。</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>履歴を開けません。</translation>
    </message>
    <message>
        <source>Deleted: {call}, with all that was learnt from it.</source>
        <translation>削除しました: {call}（この通話から学習した内容も含む）</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>What is compared</source>
        <translation>比較の対象</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>1 つ目</translation>
    </message>
    <message>
        <source>The second</source>
        <translation>2 つ目</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>と</translation>
    </message>
    <message>
        <source>There are tests on one network only: there is nothing to compare.</source>
        <translation>テストしたネットワークが 1 つしかないため、比較できません。</translation>
    </message>
    <message>
        <source>There are tests of one server only: there is nothing to compare.</source>
        <translation>テストしたサーバーが 1 つしかないため、比較できません。</translation>
    </message>
    <message>
        <source>Choose two that differ.</source>
        <translation>異なる 2 つを選択してください。</translation>
    </message>
    <message>
        <source>No tests of these two in this time.</source>
        <translation>この期間に、この 2 つのテストはありません。</translation>
    </message>
    <message>
        <source>No test in this time was made with both servers.</source>
        <translation>この期間に、両方のサーバーで行ったテストはありません。</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation>どちらが良いか</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>比較なし</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <translation>明確な差なし</translation>
    </message>
    <message>
        <source>{name} is better</source>
        <translation>{name} の方が良い</translation>
    </message>
    <message>
        <source>The middle value of the tests, and between what the middle half of them lies. One is called better where that is most likely no chance.</source>
        <translation>テストの中央値と、中央の半数が収まる範囲です。偶然ではない可能性が高い場合に、一方の方が良いと表示します。</translation>
    </message>
    <message>
        <source>There are too few tests to tell a difference from chance.</source>
        <translation>テストが少なすぎるため、差が偶然かどうかを判断できません。</translation>
    </message>
    <message>
        <source>It rests on the newest tests of this time.</source>
        <translation>この期間の新しいテストに基づいています。</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Tests</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>負荷時のキュー</translation>
    </message>
    <message>
        <source>Could not connect</source>
        <translation>接続不可</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median}（{low}～{high}）</translation>
    </message>
</context>
<context>
    <name>DataUsed</name>
    <message>
        <source>Data used by tests</source>
        <translation>テストによるデータ使用量</translation>
    </message>
    <message>
        <source>What tests have cost is not known.</source>
        <translation>テストによるデータ使用量は不明です。</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}; by itself no test runs.</source>
        <translation>過去 24 時間で {amount}。自動テストは行われません。</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount} of {budget}.</source>
        <translation>過去 24 時間で {amount}（上限 {budget}）。</translation>
    </message>
    <message>
        <source>In the last 24 hours {amount}, more than the budget of {budget}.</source>
        <translation>過去 24 時間で {amount}。上限の {budget} を超えています。</translation>
    </message>
    <message>
        <source>Today {today}; this month {month}, {average} a day on average.</source>
        <translation>今日 {today}、今月 {month}、1 日平均 {average}。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsWindow</name>
    <message>
        <source>Diagnostics of Call Notifier</source>
        <translation>診断情報 – Call Notifier</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>情報を収集しています…</translation>
    </message>
    <message>
        <source>Nothing is written or sent yet. Look through it, then save it.</source>
        <translation>まだ何も保存・送信していません。内容を確認してから保存してください。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was collected.</source>
        <translation>キャンセルしました。情報は収集されていません。</translation>
    </message>
    <message>
        <source>Nothing was collected: {reason}</source>
        <translation>情報を収集できませんでした: {reason}</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>診断情報を保存</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>アーカイブ (*.zip)</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>{file} に保存しました</translation>
    </message>
    <message>
        <source>{file}, {size}</source>
        <comment>a row of a list</comment>
        <translation>{file}、{size}</translation>
    </message>
    <message>
        <source>What stands in {file}</source>
        <translation>{file} の内容</translation>
    </message>
    <message>
        <source>This is what a help desk gets to see, and nothing else. Passwords, tokens, names and where your calls took place are taken out. It goes nowhere by itself.</source>
        <translation>サポート窓口に渡る情報は、ここに表示されているものだけです。パスワード、トークン、名前、通話に使ったサイトは取り除かれています。自動的に送信されることはありません。</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>What stands in the file</source>
        <translation>ファイルの内容</translation>
    </message>
    <message>
        <source>Leave &amp;IP addresses in it</source>
        <translation>IP アドレスを残す(&amp;I)</translation>
    </message>
    <message>
        <source>Without this, the same number stands in the place of each address.</source>
        <translation>オフの場合、アドレスは番号に置き換えられます。同じアドレスは、常に同じ番号になります。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Collect a&amp;gain</source>
        <translation>もう一度収集(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Show the f&amp;older</source>
        <translation>フォルダーを表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>閉じる(&amp;L)</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>call-notifier history</source>
        <translation>call-notifier 履歴</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>履歴のエクスポート</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>{file} に書き込み中…</translation>
    </message>
    <message>
        <source>Wrote {records} to {file}.</source>
        <translation>{records}を {file} に書き込みました。</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file} に書き込めませんでした: {reason}</translation>
    </message>
</context>
<context>
    <name>FiguresPane</name>
    <message>
        <source>E&amp;xplain the figures</source>
        <translation>数値の説明(&amp;X)</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>テスト %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>ネットワーク %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>すべてのネットワーク</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>すべてのサーバー</translation>
    </message>
    <message>
        <source>Show all &amp;tests of this time</source>
        <translation>この期間のテストをすべて表示(&amp;T)</translation>
    </message>
    <message>
        <source>Go to the newest &amp;test</source>
        <translation>最新のテストを表示(&amp;T)</translation>
    </message>
    <message>
        <source>Reading {period}…</source>
        <translation>{period} を読み込み中…</translation>
    </message>
    <message>
        <source>No tests, {period}</source>
        <translation>テストなし、{period}</translation>
    </message>
    <message>
        <source>{tests} on {networks}, {period}</source>
        <translation>{tests}、{networks}、{period}</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>表示期間</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>A range</source>
        <translation>期間指定</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Toda&amp;y</source>
        <translation>今日(&amp;Y)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>All colours</source>
        <translation>すべての色</translation>
    </message>
    <message>
        <source>Green: good</source>
        <translation>緑: 良い</translation>
    </message>
    <message>
        <source>Amber: limited</source>
        <translation>黄: 制限あり</translation>
    </message>
    <message>
        <source>Red: bad</source>
        <translation>赤: 悪い</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>表示内容</translation>
    </message>
    <message>
        <source>Networ&amp;k:</source>
        <translation>ネットワーク(&amp;K):</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>サーバー(&amp;V):</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>色(&amp;O):</translation>
    </message>
    <message>
        <source>{action} ({key})</source>
        <translation>{action}（{key}）</translation>
    </message>
    <message>
        <source>{kind}, {provider}</source>
        <translation>{kind}、{provider}</translation>
    </message>
    <message>
        <source>{name} ({number})</source>
        <translation>{name}（{number}）</translation>
    </message>
    <message>
        <source>{tests}, first on {first}, last on {last}</source>
        <translation>{tests}、最初 {first}、最新 {last}</translation>
    </message>
</context>
<context>
    <name>FlowTable</name>
    <message>
        <source>What flows, by kind and direction</source>
        <translation>種類と方向別の通信内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>ビットレート</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム</translation>
    </message>
</context>
<context>
    <name>GraphsPage</name>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Queue under load</source>
        <translation>負荷時のキュー</translation>
    </message>
</context>
<context>
    <name>HistoryTools</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>テスト %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>通話 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>エクスポート(&amp;P)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>元に戻す(&amp;D)</translation>
    </message>
    <message>
        <source>Tests as a &amp;table (CSV)…</source>
        <translation>テストを表形式で（CSV）(&amp;T)…</translation>
    </message>
    <message>
        <source>Tests with &amp;everything (JSON)…</source>
        <translation>テストの全データ（JSON）(&amp;E)…</translation>
    </message>
    <message>
        <source>Calls as a t&amp;able (CSV)…</source>
        <translation>通話を表形式で（CSV）(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Calls with everything (JSON)…</source>
        <translation>通話の全データ（JSON）(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Picture of this page (PNG)…</source>
        <translation>このページの画像（PNG）(&amp;P)…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Wrote the picture to {file}.</source>
        <translation>画像を {file} に保存しました。</translation>
    </message>
    <message>
        <source>What is &amp;shown</source>
        <translation>表示中の内容(&amp;S)</translation>
    </message>
    <message>
        <source>All of this &amp;network</source>
        <translation>このネットワークのすべて(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>すべて(&amp;E)</translation>
    </message>
    <message>
        <source>It is too late: a part is gone already.</source>
        <translation>一部がすでに失われているため、元に戻せません。</translation>
    </message>
    <message>
        <source>There was nothing to delete.</source>
        <translation>削除するものはありませんでした。</translation>
    </message>
    <message>
        <source>Deleted {tests}.</source>
        <translation>{tests}を削除しました。</translation>
    </message>
    <message>
        <source>Deleted {tests} and {calls}.</source>
        <translation>{tests}と{calls}を削除しました。</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History of Call Notifier</source>
        <translation>履歴 – Call Notifier</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>履歴を開けないため、現在はテストが保存されません。</translation>
    </message>
    <message>
        <source>Pages of the history</source>
        <translation>履歴のページ</translation>
    </message>
    <message>
        <source>Timeli&amp;ne</source>
        <translation>タイムライン(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Graphs</source>
        <translation>グラフ(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;All tests</source>
        <translation>すべてのテスト(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Calls</source>
        <translation>通話(&amp;C)</translation>
    </message>
    <message>
        <source>Side &amp;by side</source>
        <translation>比較(&amp;B)</translation>
    </message>
</context>
<context>
    <name>HoursField</name>
    <message>
        <source>From</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>until</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>{setting}: begin</source>
        <translation>{setting}: 開始</translation>
    </message>
    <message>
        <source>{setting}: end</source>
        <translation>{setting}: 終了</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin}～{end}</translation>
    </message>
</context>
<context>
    <name>LanguageField</name>
    <message>
        <source>The system&apos;s language</source>
        <translation>システムの言語</translation>
    </message>
</context>
<context>
    <name>LastCall</name>
    <message>
        <source>No call is on</source>
        <translation>通話中ではありません</translation>
    </message>
    <message>
        <source>The last call</source>
        <translation>前回の通話</translation>
    </message>
    <message>
        <source>&amp;Details of this call…</source>
        <translation>この通話の詳細(&amp;D)…</translation>
    </message>
    <message>
        <source>A call that a browser or another program reports appears here by itself.</source>
        <translation>ブラウザーなどのプログラムが報告した通話は、自動的にここに表示されます。</translation>
    </message>
    <message>
        <source>Watching calls is switched off in the settings.</source>
        <translation>通話の検出は設定でオフになっています。</translation>
    </message>
    <message>
        <source>Quality not known</source>
        <translation>品質は不明</translation>
    </message>
    <message>
        <source>It was too short, or said too little, to be judged.</source>
        <translation>通話が短すぎたか、情報が足りなかったため、判定できませんでした。</translation>
    </message>
</context>
<context>
    <name>LastStep</name>
    <message>
        <source>&amp;Start when I log in</source>
        <translation>ログイン時に起動する(&amp;S)</translation>
    </message>
    <message>
        <source>It opens no window then: the icon is all that there is to see.</source>
        <translation>起動時にウィンドウは開きません。表示されるのはアイコンだけです。</translation>
    </message>
    <message>
        <source>Tell me &amp;when something changes</source>
        <translation>変化があったときに知らせる(&amp;W)</translation>
    </message>
    <message>
        <source>With a notification of the desktop, and never twice for the same.</source>
        <translation>デスクトップの通知でお知らせします。同じ内容を 2 度通知することはありません。</translation>
    </message>
    <message>
        <source>Look for the icon</source>
        <translation>アイコンの場所</translation>
    </message>
    <message>
        <source>It is where your desktop keeps its small icons: at the top or at the bottom of the screen, perhaps behind an arrow. Click it for everything that was found.</source>
        <translation>デスクトップの小さなアイコンが並ぶ場所にあります。画面の上端または下端です。矢印の中に隠れている場合もあります。クリックすると、テストの結果がすべて表示されます。</translation>
    </message>
    <message>
        <source>Calls will be good.</source>
        <translation>快適に通話できます。</translation>
    </message>
    <message>
        <source>Calls will work, but something will suffer.</source>
        <translation>通話はできますが、一部に支障があります。</translation>
    </message>
    <message>
        <source>Calls will be bad, or will not work.</source>
        <translation>通話の品質が悪いか、通話できません。</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>このコンピューターの管理者によって設定されています。</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>LinesField</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>LiveWindow</name>
    <message>
        <source>Live call</source>
        <translation>進行中の通話</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上り</translation>
    </message>
    <message>
        <source>What the call sends, with all that packets need.</source>
        <translation>通話で送信しているデータ量です。パケットのヘッダーなども含みます。</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下り</translation>
    </message>
    <message>
        <source>What the call receives, with all that packets need.</source>
        <translation>通話で受信しているデータ量です。パケットのヘッダーなども含みます。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>To the other end, or the provider&apos;s server, and back.</source>
        <translation>相手側またはプロバイダーのサーバーまで往復する時間です。</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>送信可能</translation>
    </message>
    <message>
        <source>What the sender has found to be there for it. It sends no more than this.</source>
        <translation>送信側が利用可能と判断した速度です。これを超えて送信することはありません。</translation>
    </message>
    <message>
        <source>No sound or picture flows yet.</source>
        <translation>音声も映像もまだ流れていません。</translation>
    </message>
    <message>
        <source>since {time}, {length}</source>
        <translation>{time} から、{length}</translation>
    </message>
</context>
<context>
    <name>LoginSwitch</name>
    <message>
        <source>Start when you log in</source>
        <translation>ログイン時の起動</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>組織によって設定されています。</translation>
    </message>
    <message>
        <source>It is installed for everybody on this computer; this switch is for you alone.</source>
        <translation>このコンピューターの全ユーザー向けにインストールされています。このスイッチは自分にのみ適用されます。</translation>
    </message>
    <message>
        <source>The icon is there when your desktop is, and the first test is made then.</source>
        <translation>デスクトップの表示とともにアイコンが現れ、最初のテストが行われます。</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>保存できませんでした: {reason}</translation>
    </message>
    <message>
        <source>Saved. The program starts when you log in.</source>
        <translation>保存しました。ログイン時にプログラムが起動します。</translation>
    </message>
    <message>
        <source>Saved. The program does not start by itself.</source>
        <translation>保存しました。プログラムは自動的に起動しません。</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>the whole history</source>
        <translation>全履歴</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}～{last}</translation>
    </message>
</context>
<context>
    <name>RatingWindow</name>
    <message>
        <source>How was the call?</source>
        <translation>通話はいかがでしたか？</translation>
    </message>
    <message>
        <source>{stars} of 5: {word}</source>
        <translation>5 段階中 {stars}: {word}</translation>
    </message>
    <message>
        <source>Do not &amp;ask again</source>
        <translation>今後は表示しない(&amp;A)</translation>
    </message>
    <message>
        <source>Anything to add? (optional)</source>
        <translation>ご意見（任意）</translation>
    </message>
    <message>
        <source>Comment, optional</source>
        <translation>コメント（任意）</translation>
    </message>
    <message>
        <source>You can change this in the settings.</source>
        <translation>設定で変更できます。</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>送信(&amp;S)</translation>
    </message>
    <message>
        <source>Kept in your history, on this computer</source>
        <translation>このコンピューターの履歴に保存されます</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>後で(&amp;N)</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}: {word}</source>
        <translation>{call}、{time}、{length}: {word}</translation>
    </message>
    <message>
        <source>{call}, {time}, {length}</source>
        <translation>{call}、{time}、{length}</translation>
    </message>
    <message>
        <source>There was no forecast for this network before it.</source>
        <translation>通話前に、このネットワークの予測はありませんでした。</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>保存できませんでした: {reason}</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>Details of the chosen test</source>
        <translation>選択したテストの詳細</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>テストを選択すると、その結果が表示されます。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>Server: {name}</source>
        <translation>サーバー: {name}</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>The test itself</source>
        <translation>テストの情報</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>確度</translation>
    </message>
    <message>
        <source>How sure the program is of the colour, by what the test could measure.</source>
        <translation>テストで測定できた内容から、プログラムがこの色をどの程度確実と見ているかを示します。</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>制約要因</translation>
    </message>
    <message>
        <source>What keeps the call from being better, most important first.</source>
        <translation>通話品質の向上を妨げている要因です。重要なものから順に示します。</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>普段との違い</translation>
    </message>
    <message>
        <source>What two tests in a row found worse than it usually is on this network at this hour of the week.</source>
        <translation>このネットワークの同じ曜日・時間帯の普段の値より悪いことが、2 回続けてテストで確認された項目です。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Public address</source>
        <translation>パブリックアドレス</translation>
    </message>
    <message>
        <source>Whether a call could be connected at all from this computer.</source>
        <translation>このコンピューターから通話を接続できるかどうかです。</translation>
    </message>
    <message>
        <source>Your own network</source>
        <translation>自分のネットワーク</translation>
    </message>
    <message>
        <source>How the computer is connected, and to whom, as far as can be told.</source>
        <translation>このコンピューターの接続方法と接続先です（判明した範囲）。</translation>
    </message>
    <message>
        <source>The address under which the server saw this computer.</source>
        <translation>サーバーから見た、このコンピューターのアドレスです。</translation>
    </message>
    <message>
        <source>Why then</source>
        <translation>実施理由</translation>
    </message>
    <message>
        <source>What made the program test at that moment.</source>
        <translation>その時点でプログラムがテストを行った理由です。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>A light test sends little; a full one loads the link for some seconds.</source>
        <translation>軽量テストは送信量がわずかです。フルテストは数秒間、回線に負荷をかけます。</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>時間とデータ量</translation>
    </message>
    <message>
        <source>{seconds}, {sent} sent, {received} received</source>
        <translation>{seconds}、送信 {sent}、受信 {received}</translation>
    </message>
    <message>
        <source>What the test cost: all servers together, headers of packets included.</source>
        <translation>テストに要した量です。すべてのサーバーの合計で、パケットのヘッダーを含みます。</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定方法</translation>
    </message>
    <message>
        <source>The threshold rule</source>
        <translation>しきい値ルール</translation>
    </message>
    <message>
        <source>What made a forecast of the figures: a model that learnt from real calls, or a plain rule where no model could be asked.</source>
        <translation>数値から予測を行ったものです。実際の通話から学習したモデルか、モデルを利用できない場合は単純なルールです。</translation>
    </message>
    <message>
        <source>{percent}, not sure yet: tested again</source>
        <translation>{percent}、まだ確実でないため再テスト</translation>
    </message>
    <message>
        <source>Reachable</source>
        <translation>到達性</translation>
    </message>
    <message>
        <source>Whether the server gave a relay address, and carried data to the end.</source>
        <translation>サーバーがリレーアドレスを割り当て、最後までデータを中継したかどうかです。</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>トランスポート</translation>
    </message>
    <message>
        <source>How packets go to the server. Calls are best over UDP; TCP and TLS get through more firewalls but make late packets later.</source>
        <translation>サーバーへパケットを送る方法です。通話には UDP が最適です。TCP と TLS は多くのファイアウォールを通過できますが、パケットの遅れが大きくなります。</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>接続の確立</translation>
    </message>
    <message>
        <source>From the first packet until data came through the relay.</source>
        <translation>最初のパケットから、リレー経由でデータが届くまでの時間です。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>To the server and back on an idle link: the median, with the best case and the 95th percentile. Above about 300 ms people talk into each other.</source>
        <translation>空いている回線でサーバーまで往復する時間です。中央値、最良値、95 パーセンタイルを示します。約 300 ms を超えると、互いの発言が重なるようになります。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>ジッター</translation>
    </message>
    <message>
        <source>How unevenly packets arrive (RFC 3550). A call has to wait for the late ones, which adds delay.</source>
        <translation>パケット到着間隔のばらつきです（RFC 3550）。通話では遅れたパケットを待つため、その分遅延が増えます。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Packets that never came back, out of a stream like a call&apos;s. From a few percent on, voices break up.</source>
        <translation>通話と同様のストリームのうち、戻ってこなかったパケットの割合です。数%を超えると、声が途切れます。</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
    <message>
        <source>What gets up and down again through the link before packets queue or get lost: its narrower direction decides. At least so much where the test ended before the link was full. Good audio needs 0.1 Mbit/s, video 1 to 3 Mbit/s.</source>
        <translation>パケットが滞留したり失われたりせずに、上りと下りで回線を通過できる速度です。遅い方向で決まります。回線が満杯になる前にテストが終わった場合は、少なくともこの値になります。良好な音声には 0.1 Mbit/s、映像には 1～3 Mbit/s が必要です。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>What the uplink alone carries: your voice and picture.</source>
        <translation>上り回線だけの速度です。自分の音声と映像に使われます。</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>受信</translation>
    </message>
    <message>
        <source>What the downlink alone carries: what you hear and see.</source>
        <translation>下り回線だけの速度です。相手の音声と映像に使われます。</translation>
    </message>
    <message>
        <source>Under load</source>
        <translation>負荷時</translation>
    </message>
    <message>
        <source>The round trip while the link is full: what a call feels while somebody uploads. At least so much where the test ended before the queue was full.</source>
        <translation>回線が混み合っているときの往復時間です。ほかの誰かがアップロードしている間の通話に相当します。キューが満杯になる前にテストが終わった場合は、少なくともこの値になります。</translation>
    </message>
    <message>
        <source>Hold-ups</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Over TCP and TLS nothing gets lost, but a packet that has to be sent again holds up all those behind it: in a call, the sound stops and then hurries.</source>
        <translation>TCP と TLS ではパケットは失われませんが、再送が必要なパケットがあると後続がすべて待たされます。通話では音声が止まり、その後早送りのようになります。</translation>
    </message>
    <message>
        <source>Measured to</source>
        <translation>測定先</translation>
    </message>
    <message>
        <source>This computer&apos;s own address</source>
        <translation>このコンピューター自身のアドレス</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>別のサーバー</translation>
    </message>
    <message>
        <source>The server does not relay to itself, so that the packets of the test took another way back.</source>
        <translation>サーバーが自身への中継を行わないため、テストのパケットは別の経路で戻りました。</translation>
    </message>
    <message>
        <source>Test call</source>
        <translation>テスト通話</translation>
    </message>
    <message>
        <source>A real call from this computer to itself through the server, for two seconds. Some firewalls let the other packets of the test through and hold up an encrypted call.</source>
        <translation>このコンピューターからサーバーを経由して自分自身へ、実際に 2 秒間通話します。ファイアウォールによっては、テストのほかのパケットは通しても、暗号化された通話は通さないことがあります。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>除外</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %Ln packet(s): this computer was too busy</source>
        <translation>
            <numerusform>%Ln パケット中 {count}: このコンピューターの高負荷のため</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer was too busy to send or to read them in time. Their delay says nothing of the network, so it counts for nothing.</source>
        <translation>このコンピューターの負荷が高く、送信または読み取りが間に合わなかったパケットです。その遅延はネットワークの状態を示さないため、計算から除外しています。</translation>
    </message>
    <message>
        <source>Not connected: its two ends did not find each other</source>
        <translation>接続できませんでした: 両端が互いを見つけられませんでした</translation>
    </message>
    <message>
        <source>Not connected: the encryption could not be agreed on</source>
        <translation>接続できませんでした: 暗号化を確立できませんでした</translation>
    </message>
    <message>
        <source>Connected in {time}</source>
        <translation>{time} で接続</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>{loss} of its sound lost</source>
        <translation>音声の損失 {loss}</translation>
    </message>
    <message>
        <source>{time} to the other end and back</source>
        <translation>相手側までの往復 {time}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>Yes, but it failed during the test. {reason}</source>
        <translation>はい。ただし、テスト中に失敗しました。{reason}</translation>
    </message>
    <message>
        <source>No. {reason}</source>
        <translation>いいえ。{reason}</translation>
    </message>
    <message>
        <source>{loss}, in bursts of {packets} packets</source>
        <translation>{loss}、{packets} パケット連続</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>{count}, the longest {time}</source>
        <translation>{count}、最長 {time}</translation>
    </message>
    <message>
        <source>To your own router and back.</source>
        <translation>自分のルーターまで往復する時間です。</translation>
    </message>
    <message>
        <source>Packets lost before they left your own network.</source>
        <translation>自分のネットワークを出る前に失われたパケットです。</translation>
    </message>
    <message>
        <source>How unevenly your own router answers.</source>
        <translation>自分のルーターの応答時間のばらつきです。</translation>
    </message>
    <message>
        <source>To your own router and back while the link is full.</source>
        <translation>回線が混み合っているときに、自分のルーターまで往復する時間です。</translation>
    </message>
    <message>
        <source>Where it arises</source>
        <translation>発生箇所</translation>
    </message>
    <message>
        <source>Told only where the test could tell the two sides apart.</source>
        <translation>テストでルーターの手前側と外側を区別できた場合にのみ表示します。</translation>
    </message>
    <message>
        <source>Wi-Fi signal</source>
        <translation>Wi-Fi 信号</translation>
    </message>
    <message>
        <source>{number} dBm</source>
        <translation>{number} dBm</translation>
    </message>
    <message>
        <source>Below about -70 dBm a call suffers: move closer to the router.</source>
        <translation>約-70 dBm を下回ると通話に支障が出ます。ルーターに近づいてください。</translation>
    </message>
    <message>
        <source>Wi-Fi rate</source>
        <translation>Wi-Fi 速度</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>What your computer last sent with; about half of it is of use.</source>
        <translation>コンピューターが最後に送信したときの速度です。実際に使えるのは約半分です。</translation>
    </message>
    <message>
        <source>Wi-Fi repeats</source>
        <translation>Wi-Fi 再送</translation>
    </message>
    <message>
        <source>How much had to be sent again. Repeats cost time and bandwidth.</source>
        <translation>再送が必要になった割合です。再送が増えると、時間と帯域幅を余分に消費します。</translation>
    </message>
    <message>
        <source>Nothing was decided: the test was asked for on the command line.</source>
        <translation>通知の対象外です。このテストはコマンドラインから要求されました。</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>A light test does not measure the throughput.</source>
        <translation>軽量テストではスループットを測定しません。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>通話への影響</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往復時間</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>スループット</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Tests, newest first</source>
        <translation>テスト（新しい順）</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Graphs of what the tests found</source>
        <translation>テスト結果のグラフ</translation>
    </message>
    <message>
        <source>{figure} ({time})</source>
        <translation>{figure}（{time}）</translation>
    </message>
    <message>
        <source>{name} {value}</source>
        <translation>{name} {value}</translation>
    </message>
    <message>
        <source>{name} {value}, from {least} to {most}</source>
        <translation>{name} {value}、{least}～{most}</translation>
    </message>
    <message>
        <source>{name} from {least} to {most}.</source>
        <translation>{name} {least}～{most}。</translation>
    </message>
    <message>
        <source>Nothing was measured here.</source>
        <translation>この範囲の測定値はありません。</translation>
    </message>
    <message>
        <source>Line: mean. Band: least to most. Wheel, drag, + and - zoom; 0 shows all.</source>
        <translation>線: 平均。帯: 最小～最大。ホイール、ドラッグ、+と-で拡大・縮小、0 で全体を表示します。</translation>
    </message>
    <message>
        <source>↑ at least so much: the line was not full</source>
        <translation>↑ この値以上: 回線に余裕がありました</translation>
    </message>
    <message>
        <source>▲ higher than is shown, up to {most}</source>
        <translation>▲ 表示範囲を超える値（最大 {most}）</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>This system has no key ring.</source>
        <translation>このシステムにはキーリングがありません。</translation>
    </message>
    <message>
        <source>The key ring is locked. Unlock it and try again.</source>
        <translation>キーリングがロックされています。ロックを解除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The key ring did not answer. Unlock it and try again.</source>
        <translation>キーリングが応答しません。ロックを解除して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used: it did not keep the secret.</source>
        <translation>キーリングを使用できません。シークレットを保存できませんでした。</translation>
    </message>
    <message>
        <source>{why} You can also have the secret read from an environment variable: whatever starts Call Notifier sets it, and nothing is stored here.</source>
        <translation>{why} シークレットを環境変数から読み取ることもできます。その場合、変数は Call Notifier の起動元が設定し、ここには何も保存されません。</translation>
    </message>
    <message>
        <source>Enter the user name, or choose no login.</source>
        <translation>ユーザー名を入力するか、「ログインなし」を選択してください。</translation>
    </message>
    <message>
        <source>Enter the secret, or name an environment variable.</source>
        <translation>シークレットを入力するか、環境変数を指定してください。</translation>
    </message>
    <message>
        <source>Enter an address like turn:turn.example.com:3478.</source>
        <translation>turn:turn.example.com:3478 のようなアドレスを入力してください。</translation>
    </message>
    <message>
        <source>An address holds no user name and no password: they have fields of their own below.</source>
        <translation>アドレスにユーザー名やパスワードを含めることはできません。下にある専用の欄に入力してください。</translation>
    </message>
    <message>
        <source>There are servers with other credentials in it. The first is entered here; add the others one by one in the settings.</source>
        <translation>異なる認証情報のサーバーが含まれています。ここには 1 つ目が入力されます。残りは設定で 1 つずつ追加してください。</translation>
    </message>
    <message>
        <source>the host name</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>ログインなし</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>ユーザー名とパスワード</translation>
    </message>
    <message>
        <source>User name and shared secret (TURN REST)</source>
        <translation>ユーザー名と共有シークレット（TURN REST）</translation>
    </message>
    <message>
        <source>In the key ring</source>
        <translation>キーリング</translation>
    </message>
    <message>
        <source>In an environment variable</source>
        <translation>環境変数</translation>
    </message>
    <message>
        <source>a file (PEM), where the system&apos;s are not enough</source>
        <translation>ファイル（PEM）、システムの証明書では足りない場合</translation>
    </message>
    <message>
        <source>&amp;Paste from a web app</source>
        <translation>Web アプリから貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Addresses, one a line</source>
        <translation>アドレス（1 行に 1 つ）(&amp;A)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>ログイン方法(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>ユーザー名(&amp;U)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>パスワード(&amp;W)</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>保存場所</translation>
    </message>
    <message>
        <source>Varia&amp;ble</source>
        <translation>変数(&amp;B)</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Waiting for the key ring. Your desktop may ask for its password.</source>
        <translation>キーリングを待っています。デスクトップがパスワードを求める場合があります。</translation>
    </message>
    <message>
        <source>Stop waitin&amp;g</source>
        <translation>待機を中止(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;hared secret</source>
        <translation>共有シークレット(&amp;H)</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>Call servers</source>
        <translation>通話サーバー</translation>
    </message>
    <message>
        <source>Show &amp;addresses and technical reasons</source>
        <translation>アドレスと技術的な理由を表示(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ServerStep</name>
    <message>
        <source>Calls often go through a relay, a TURN server. Your IT department or the provider of your calls knows its address. If you have none at hand, press Later: until you enter one, a demonstration runs, which says nothing about your network.</source>
        <translation>通話は多くの場合、リレー（TURN サーバー）を経由します。アドレスは、IT 部門または通話サービスの提供元にお問い合わせください。アドレスが分からない場合は「後で」を押してください。入力するまではデモが動作しますが、実際のネットワークの状態は分かりません。</translation>
    </message>
    <message>
        <source>Open a &amp;file…</source>
        <translation>ファイルを開く(&amp;F)…</translation>
    </message>
    <message>
        <source>Were you given a file? Open it, or drop it onto this window.</source>
        <translation>ファイルを受け取った場合は、それを開くか、このウィンドウにドロップしてください。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} は使用できません: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{file} is read. It has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>{file} を読み込みました。ほかに %n 個のサーバーが含まれており、それらも保存されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} is read.</source>
        <translation>{file} を読み込みました。</translation>
    </message>
    <message numerus="yes">
        <source>What was pasted has %n more server(s), which will be kept as well.</source>
        <translation>
            <numerusform>貼り付けた内容には、ほかに %n 個のサーバーが含まれており、それらも保存されます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a server&apos;s file</source>
        <translation>サーバーのファイルを開く</translation>
    </message>
    <message>
        <source>Servers (*.json *.toml *.txt)</source>
        <translation>サーバー (*.json *.toml *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>{setting}: back to the default</source>
        <translation>{setting}: 既定値に戻す</translation>
    </message>
    <message>
        <source>Saved. {setting}: {value}.</source>
        <translation>保存しました。{setting}: {value}。</translation>
    </message>
    <message>
        <source>Saved. {setting}: the default again.</source>
        <translation>保存しました。{setting}: 既定値に戻しました。</translation>
    </message>
    <message>
        <source>Not saved. Begin and end are the same.</source>
        <translation>保存できませんでした。開始と終了が同じです。</translation>
    </message>
    <message>
        <source>Not saved, for number {number} can&apos;t be used. Expected {expected}.</source>
        <translation>{number} 番目を使用できないため、保存できませんでした。指定できる値: {expected}。</translation>
    </message>
    <message>
        <source>Not saved. Expected {expected}.</source>
        <translation>保存できませんでした。指定できる値: {expected}。</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>組織によって設定されています（{file}）。</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}); you can change it.</source>
        <translation>組織による推奨値です（{file}）。変更できます。</translation>
    </message>
    <message>
        <source>Your own, line {line} of the file.</source>
        <translation>独自の設定です（ファイルの {line} 行目）。</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings of Call Notifier</source>
        <translation>設定 – Call Notifier</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>ファイルを開く(&amp;O)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>元に戻す(&amp;D)</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>{file} に保存されています</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>設定を検索</translation>
    </message>
    <message>
        <source>Settings that were found</source>
        <translation>見つかった設定</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Tests go through these TURN servers. Without one, a demonstration runs on this computer, which says nothing about your network.</source>
        <translation>テストはこれらの TURN サーバーを経由します。1 つもない場合は、このコンピューターでデモが動作しますが、実際のネットワークの状態は分かりません。</translation>
    </message>
    <message>
        <source>TURN servers</source>
        <translation>TURN サーバー</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>追加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>編集(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Enter the pass&amp;word…</source>
        <translation>パスワードを入力(&amp;W)…</translation>
    </message>
    <message>
        <source>Your organisation provides the password of this server.</source>
        <translation>このサーバーのパスワードは、組織によって提供されています。</translation>
    </message>
    <message>
        <source>Bac&amp;k without saving</source>
        <translation>保存せずに戻る(&amp;K)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>Set by your organisation</source>
        <translation>組織による設定</translation>
    </message>
    <message>
        <source>Set by your organisation ({file}).</source>
        <translation>組織によって設定されています（{file}）。</translation>
    </message>
    <message>
        <source>Proposed by your organisation ({file}). Servers that you add or change yourself stand in their place.</source>
        <translation>組織による推奨です（{file}）。サーバーを自分で追加・変更すると、そちらが優先されます。</translation>
    </message>
    <message>
        <source>Not saved: {reason}.</source>
        <translation>保存できませんでした: {reason}</translation>
    </message>
    <message>
        <source>The password is not undone: {reason}.</source>
        <translation>パスワードを元に戻せませんでした: {reason}</translation>
    </message>
    <message>
        <source>The file was changed by somebody else meanwhile; nothing is undone.</source>
        <translation>ファイルがほかで変更されたため、元に戻しませんでした。</translation>
    </message>
    <message>
        <source>Not undone: {reason}.</source>
        <translation>元に戻せませんでした: {reason}</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>保存しました。</translation>
    </message>
    <message>
        <source>Saved: your sentence for {code}.</source>
        <translation>保存しました: {code} の独自の文。</translation>
    </message>
    <message>
        <source>Saved: the built-in sentence for {code}.</source>
        <translation>保存しました: {code} の標準の文。</translation>
    </message>
    <message>
        <source>Removed: {server}.</source>
        <translation>削除しました: {server}。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Password for {server}, which is kept in the key ring:</source>
        <translation>キーリングに保存する {server} のパスワード:</translation>
    </message>
    <message>
        <source>Saved: the password of {server}.</source>
        <translation>保存しました: {server} のパスワード。</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>新しいサーバー</translation>
    </message>
    <message>
        <source>Change the server</source>
        <translation>サーバーの変更</translation>
    </message>
    <message>
        <source>Saved: {server}.</source>
        <translation>保存しました: {server}。</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>How the network was in the last 24 hours</source>
        <translation>過去 24 時間のネットワークの状態</translation>
    </message>
    <message>
        <source>{time} {state}, during a call</source>
        <translation>{time} {state}、通話中</translation>
    </message>
    <message>
        <source>{time} {state}</source>
        <translation>{time} {state}</translation>
    </message>
    <message>
        <source>{time} not tested</source>
        <translation>{time} テストなし</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>テストなし</translation>
    </message>
</context>
<context>
    <name>StatusWindow</name>
    <message>
        <source>Call Notifier</source>
        <translation>Call Notifier</translation>
    </message>
    <message>
        <source>Sho&amp;w the call…</source>
        <translation>通話を表示(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>閉じる(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open its page…</source>
        <translation>ページを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Enter a server…</source>
        <translation>サーバーを入力(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>Tell me agai&amp;n</source>
        <translation>通知を再開(&amp;N)</translation>
    </message>
    <message>
        <source>Got &amp;it</source>
        <translation>了解(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Got it</source>
        <translation>了解(&amp;G)</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>過去 24 時間</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>テストの進行状況</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>今すぐテスト(&amp;T)</translation>
    </message>
    <message>
        <source>Measure the network now (F5)</source>
        <translation>ネットワークを今すぐ測定します（F5）</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>テストを中止(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>その他(&amp;M)</translation>
    </message>
    <message>
        <source>More: pause, quiet, quit</source>
        <translation>その他: 一時停止、通知オフ、終了</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>進行中の通話(&amp;L)…</translation>
    </message>
    <message>
        <source>Q&amp;uiet for today</source>
        <translation>今日は通知しない(&amp;U)</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>診断情報を収集(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>バージョン情報(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Nothing was tested since the start</source>
        <translation>起動後まだテストしていません</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>まだテストしていません</translation>
    </message>
    <message>
        <source>Testing your network</source>
        <translation>ネットワークをテストしています</translation>
    </message>
    <message>
        <source>Testing your network for the first time</source>
        <translation>ネットワークを初めてテストしています</translation>
    </message>
    <message>
        <source>A test takes some seconds and says how a call would go.</source>
        <translation>テストは数秒で終わり、通話の品質が分かります。</translation>
    </message>
    <message>
        <source>tested at {time}</source>
        <translation>{time} にテスト</translation>
    </message>
    <message>
        <source>{words} ({percent})</source>
        <translation>{words}（{percent}）</translation>
    </message>
    <message>
        <source>Held back by: {causes}</source>
        <translation>制約要因: {causes}</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>テスト結果</translation>
    </message>
    <message>
        <source>Nothing known yet</source>
        <translation>まだデータがありません</translation>
    </message>
    <message>
        <source>Sign in to the network first.</source>
        <translation>最初にネットワークにサインインしてください。</translation>
    </message>
    <message>
        <source>Neither a microphone nor a camera was found: nobody would hear or see you.</source>
        <translation>マイクもカメラも見つかりませんでした。相手には声も映像も届きません。</translation>
    </message>
    <message>
        <source>No notifications until {time}</source>
        <translation>{time} まで通知しません</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. Call Notifier goes on in the background and opens this window when you start it again. To pause or quit it, press More.</source>
        <translation>このデスクトップにはトレイアイコンが表示されません。Call Notifier はバックグラウンドで動作し続け、もう一度起動するとこのウィンドウが開きます。一時停止や終了は「その他」から行えます。</translation>
    </message>
    <message>
        <source>Last call: {sentence}</source>
        <translation>前回の通話: {sentence}</translation>
    </message>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>履歴を開けないため、現在はテストが保存されません。</translation>
    </message>
    <message>
        <source>Next test at {time}</source>
        <translation>次のテスト: {time}</translation>
    </message>
</context>
<context>
    <name>SwitchField</name>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
</context>
<context>
    <name>TestsPage</name>
    <message>
        <source>The history cannot be opened, so tests are not kept at the moment.</source>
        <translation>履歴を開けないため、現在はテストが保存されません。</translation>
    </message>
    <message>
        <source>No test has been made yet.</source>
        <translation>テストはまだ行われていません。</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>該当するテストがありません。別の期間か、すべてのネットワークを選択してください。</translation>
    </message>
    <message>
        <source>Choose a test to see what it found.</source>
        <translation>テストを選択すると、その結果が表示されます。</translation>
    </message>
    <message>
        <source>The history cannot be opened.</source>
        <translation>履歴を開けません。</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>All languages</source>
        <translation>すべての言語</translation>
    </message>
    <message>
        <source>For people who read</source>
        <translation>対象の言語</translation>
    </message>
    <message>
        <source>Sentences by notification code</source>
        <translation>通知コード別の文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Built-in sentence</source>
        <translation>標準の文</translation>
    </message>
    <message>
        <source>Your own sentence</source>
        <translation>独自の文</translation>
    </message>
    <message>
        <source>Sentences in bold are set by your organisation.</source>
        <translation>太字の文は、組織によって設定されています。</translation>
    </message>
    <message>
        <source>Double-click or press F2 in the last column to write a sentence of your own; empty it to have the built-in one again. One for a language comes before one for all.</source>
        <translation>独自の文を書くには、最後の列をダブルクリックするか F2 を押してください。空にすると標準の文に戻ります。言語別の文は、全言語共通の文より優先されます。</translation>
    </message>
    <message>
        <source>Set by your organisation.</source>
        <translation>組織によって設定されています。</translation>
    </message>
    <message>
        <source>None of your own</source>
        <translation>独自の文なし</translation>
    </message>
    <message>
        <source>Not saved, {code}: expected {expected}.</source>
        <translation>{code} を保存できませんでした。指定できる値: {expected}。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{weekday} {day}</source>
        <translation>{day}（{weekday}）</translation>
    </message>
    <message>
        <source>{day}, {since} to {until}</source>
        <translation>{day}、{since}～{until}</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message numerus="yes">
        <source>%Ln test(s)</source>
        <translation>
            <numerusform>テスト %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>通話 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Timeline of tests and calls</source>
        <translation>テストと通話のタイムライン</translation>
    </message>
    <message>
        <source>The usual week, by the last {number} weeks</source>
        <translation>普段の 1 週間（過去 {number} 週間に基づく）</translation>
    </message>
    <message>
        <source>Hours that are usually bad</source>
        <translation>普段状態が悪い時間帯</translation>
    </message>
    <message>
        <source>What the hours of a week are usually like</source>
        <translation>1 週間の各時間帯の普段の状態</translation>
    </message>
    <message>
        <source>The tests of this time say nothing of a network: see All tests.</source>
        <translation>この期間のテストからはネットワークの状態が分かりません。「すべてのテスト」を参照してください。</translation>
    </message>
    <message>
        <source>No test here: choose another time, or all networks.</source>
        <translation>該当するテストがありません。別の期間か、すべてのネットワークを選択してください。</translation>
    </message>
    <message>
        <source>Arrow keys or the mouse read a cell; Enter or a double click opens it.</source>
        <translation>矢印キーまたはマウスでセルの内容を確認し、Enter キーまたはダブルクリックで開きます。</translation>
    </message>
    <message>
        <source>{tests}; {calls}.</source>
        <translation>{tests}、{calls}。</translation>
    </message>
    <message>
        <source>{time}: {counts}</source>
        <translation>{time}: {counts}</translation>
    </message>
    <message>
        <source>{weekday} {since} to {until} h: {counts}</source>
        <translation>{weekday} {since}～{until} 時: {counts}</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>テストなし</translation>
    </message>
    <message>
        <source>{tests}: {green} good, {amber} limited, {red} bad</source>
        <translation>{tests}: 良い {green}、制限あり {amber}、悪い {red}</translation>
    </message>
    <message>
        <source>{call}, {since} to {until}: {got}; forecast: {forecast}</source>
        <translation>{call}、{since}～{until}: {got}、予測: {forecast}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Quiet until {time}</source>
        <translation>{time} まで通知オフ</translation>
    </message>
    <message>
        <source>&amp;Cancel the test</source>
        <translation>テストを中止(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel the test — {percent} %</source>
        <translation>テストを中止(&amp;C) — {percent}%</translation>
    </message>
    <message>
        <source>&amp;Test now</source>
        <translation>今すぐテスト(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>履歴(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Live call…</source>
        <translation>進行中の通話(&amp;L)…</translation>
    </message>
    <message>
        <source>Quiet for t&amp;oday</source>
        <translation>今日は通知しない(&amp;O)</translation>
    </message>
    <message>
        <source>Tell me a&amp;gain</source>
        <translation>通知を再開(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)…</translation>
    </message>
    <message>
        <source>Collect &amp;diagnostics…</source>
        <translation>診断情報を収集(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;About…</source>
        <translation>バージョン情報(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Check the address and its port. If they are right, a firewall is in the way: ask for an address that begins with turns: and ends with :443.</source>
        <translation>アドレスとポートを確認してください。正しい場合は、ファイアウォールに遮断されています。「turns:」で始まり「:443」で終わるアドレスを、管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>The computer is there, but nothing listens at this port. Check the port.</source>
        <translation>コンピューターは存在しますが、このポートでは何も待ち受けていません。ポートを確認してください。</translation>
    </message>
    <message>
        <source>Check the name letter by letter. Some names are known only in the network of the company, or over its VPN.</source>
        <translation>名前を 1 文字ずつ確認してください。社内ネットワークや VPN 経由でしか使えない名前もあります。</translation>
    </message>
    <message>
        <source>Use the host name that the certificate was made for, not a number. Check the date of this computer. Where a company signs its own certificates, ask for its file and name it above.</source>
        <translation>数字のアドレスではなく、証明書に記載されたホスト名を使用してください。このコンピューターの日付も確認してください。会社が独自に証明書を発行している場合は、そのファイルを入手して、上で指定してください。</translation>
    </message>
    <message>
        <source>Check both, also capital letters. A password that was handed out for a short time may have run out. If you were given a shared secret, choose that above.</source>
        <translation>大文字・小文字を含め、両方を確認してください。短期間用に発行されたパスワードは、期限切れの可能性があります。共有シークレットを受け取っている場合は、上でそちらを選択してください。</translation>
    </message>
    <message>
        <source>Your login works. Whoever runs the server has to allow relaying back to itself, or calls still work and only the tests can&apos;t.</source>
        <translation>ログインは成功しています。サーバーの管理者が自身への中継を許可する必要があります。通話は問題なく、テストだけができない場合もあります。</translation>
    </message>
    <message>
        <source>Your login works. Wait some minutes, or ask whoever runs the server.</source>
        <translation>ログインは成功しています。数分待つか、サーバーの管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>Your login works. A firewall before the server may block its relay ports: tell whoever runs it.</source>
        <translation>ログインは成功しています。サーバー側のファイアウォールがリレー用のポートを遮断している可能性があります。サーバーの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Something else answers at this address, perhaps a web server or a sign-in page. Check the port.</source>
        <translation>このアドレスでは、Web サーバーやサインインページなど、別のものが応答しています。ポートを確認してください。</translation>
    </message>
    <message>
        <source>You stopped the test.</source>
        <translation>テストを中止しました。</translation>
    </message>
    <message>
        <source>The test broke off by a fault of this program.</source>
        <translation>プログラムの不具合により、テストが中断されました。</translation>
    </message>
    <message>
        <source>The test took too long and was stopped.</source>
        <translation>テストに時間がかかりすぎたため、停止しました。</translation>
    </message>
    <message>
        <source>Another test is still running. Try again in a minute.</source>
        <translation>別のテストが実行中です。1 分ほど待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no password for this server.</source>
        <translation>このサーバーのパスワードがありません。</translation>
    </message>
    <message>
        <source>Test &amp;it</source>
        <translation>テスト(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>テストを中止</translation>
    </message>
    <message>
        <source>Test of the server</source>
        <translation>サーバーのテスト</translation>
    </message>
    <message>
        <source>Takes some seconds and a few packets.</source>
        <translation>数秒で終わり、少数のパケットを使用します。</translation>
    </message>
    <message>
        <source>Waiting for a test that is running…</source>
        <translation>実行中のテストを待っています…</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>サーバーに接続中</translation>
    </message>
    <message>
        <source>Sending some packets through it ({seconds} s left)</source>
        <translation>サーバー経由でパケットを送信中（残り {seconds} 秒）</translation>
    </message>
    <message>
        <source>Test &amp;it again</source>
        <translation>再テスト(&amp;I)</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>動作しています。</translation>
    </message>
    <message>
        <source>It does not work yet. You can keep the server all the same.</source>
        <translation>まだ動作していません。それでもサーバーを保存できます。</translation>
    </message>
    <message>
        <source>It works, but not over UDP, which this network seems to block: calls connect, with more delay.</source>
        <translation>動作していますが、UDP を使用できません。このネットワークで遮断されているようです。通話は接続できますが、遅延が大きくなります。</translation>
    </message>
    <message>
        <source>It works over some of its addresses.</source>
        <translation>一部のアドレスで動作しています。</translation>
    </message>
    <message>
        <source>{address}: works, round trip {time}</source>
        <translation>{address}: 動作、往復時間 {time}</translation>
    </message>
    <message>
        <source>{address}: {reason}</source>
        <translation>{address}: {reason}</translation>
    </message>
</context>
<context>
    <name>UsualHours</name>
    <message>
        <source>There are too few tests yet to say which hours are usually bad.</source>
        <translation>テストがまだ少ないため、普段状態が悪い時間帯は分かりません。</translation>
    </message>
    <message>
        <source>Usually bad: {hours}.</source>
        <translation>普段状態が悪い時間帯: {hours}。</translation>
    </message>
    <message>
        <source>Usually limited: {hours}.</source>
        <translation>普段制限がある時間帯: {hours}。</translation>
    </message>
    <message>
        <source>No hour of the week is usually bad.</source>
        <translation>普段状態が悪い時間帯はありません。</translation>
    </message>
    <message>
        <source>{network}: too few tests yet to say.</source>
        <translation>{network}: テストがまだ少ないため分かりません。</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}; usually limited {limited}.</source>
        <translation>{network}: 普段状態が悪いのは {bad}、普段制限があるのは {limited}。</translation>
    </message>
    <message>
        <source>{network}: usually bad {bad}.</source>
        <translation>{network}: 普段状態が悪いのは {bad}。</translation>
    </message>
    <message>
        <source>{network}: usually limited {limited}.</source>
        <translation>{network}: 普段制限があるのは {limited}。</translation>
    </message>
    <message>
        <source>{network}: no hour of the week is usually bad.</source>
        <translation>{network}: 普段状態が悪い時間帯はありません。</translation>
    </message>
    <message>
        <source>{hours}; and others, see below</source>
        <translation>{hours}、ほか（下の表を参照）</translation>
    </message>
    <message>
        <source>{days}, all day</source>
        <translation>{days} 終日</translation>
    </message>
    <message>
        <source>{days} {hours} h</source>
        <translation>{days} {hours} 時</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>毎日</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>平日</translation>
    </message>
    <message>
        <source>weekends</source>
        <translation>週末</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first}～{last}</translation>
    </message>
</context>
<context>
    <name>_Key</name>
    <message>
        <source>good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>制限あり</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>A bar below is a call: what it got; the square at its beginning is the forecast.</source>
        <translation>下の棒は通話で、色は通話の結果を表します。先頭の四角は予測です。</translation>
    </message>
</context>
<context>
    <name>address_help</name>
    <message>
        <source>{address} is a STUN server, which passes no calls on. Ask for a TURN server: its address begins with turn: or turns:.</source>
        <translation>{address} は STUN サーバーで、通話を中継しません。TURN サーバー（アドレスが turn: または turns: で始まるもの）を問い合わせてください。</translation>
    </message>
    <message>
        <source>{address} is a web page. The address of a TURN server begins with turn: or turns:, like turn:turn.example.com:3478.</source>
        <translation>{address} は Web ページです。TURN サーバーのアドレスは、turn:turn.example.com:3478 のように turn: または turns: で始まります。</translation>
    </message>
    <message>
        <source>{address} is no TURN address. Perhaps {meant} is meant?</source>
        <translation>{address} は TURN アドレスではありません。{meant} のことですか？</translation>
    </message>
</context>
<context>
    <name>call_wording</name>
    <message numerus="yes">
        <source>%Ln call(s) go on at once. This is the one that began last.</source>
        <translation>
            <numerusform>%Ln 件の通話が同時に進行中です。これは最後に始まった通話です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s)</source>
        <translation>
            <numerusform>%Ln 回</numerusform>
        </translation>
    </message>
    <message>
        <source>bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>やや悪い</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>非常に良い</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>over</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Sound you send</source>
        <translation>送信音声</translation>
    </message>
    <message>
        <source>Picture you send</source>
        <translation>送信映像</translation>
    </message>
    <message>
        <source>Screen you send</source>
        <translation>送信画面</translation>
    </message>
    <message>
        <source>Sound you get</source>
        <translation>受信音声</translation>
    </message>
    <message>
        <source>Picture you get</source>
        <translation>受信映像</translation>
    </message>
    <message>
        <source>Screen you get</source>
        <translation>受信画面</translation>
    </message>
    <message>
        <source>You hear nothing: no sound arrives, though yours is being sent.</source>
        <translation>相手の声が聞こえていません。こちらの音声は送信されていますが、相手の音声が届いていません。</translation>
    </message>
    <message>
        <source>You see nothing: no picture arrives, though yours is being sent.</source>
        <translation>相手の映像が見えていません。こちらの映像は送信されていますが、相手の映像が届いていません。</translation>
    </message>
    <message>
        <source>No shared screen arrives, though yours is being sent.</source>
        <translation>こちらの共有画面は送信されていますが、相手の共有画面が届いていません。</translation>
    </message>
    <message>
        <source>Nothing arrives, though you are sending.</source>
        <translation>こちらからは送信していますが、何も届いていません。</translation>
    </message>
    <message>
        <source>Nobody hears you: your sound is not being sent, though theirs arrives.</source>
        <translation>こちらの声が相手に聞こえていません。相手の音声は届いていますが、こちらの音声が送信されていません。</translation>
    </message>
    <message>
        <source>Nobody sees you: your picture is not being sent, though theirs arrives.</source>
        <translation>こちらの映像が相手に見えていません。相手の映像は届いていますが、こちらの映像が送信されていません。</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent, though theirs arrives.</source>
        <translation>相手の共有画面は届いていますが、こちらの共有画面が送信されていません。</translation>
    </message>
    <message>
        <source>Nothing is being sent, though the other end&apos;s is arriving.</source>
        <translation>相手側のデータは届いていますが、こちらからは何も送信されていません。</translation>
    </message>
    <message>
        <source>The other end has stopped sending reports: loss and delay are not known any more.</source>
        <translation>相手側からの報告が止まりました。損失と遅延は分からなくなりました。</translation>
    </message>
    <message>
        <source>No sound arrives any more.</source>
        <translation>音声が届かなくなりました。</translation>
    </message>
    <message>
        <source>No picture arrives any more.</source>
        <translation>映像が届かなくなりました。</translation>
    </message>
    <message>
        <source>No shared screen arrives any more.</source>
        <translation>共有画面が届かなくなりました。</translation>
    </message>
    <message>
        <source>Nothing arrives any more.</source>
        <translation>何も届かなくなりました。</translation>
    </message>
    <message>
        <source>Your sound is not being sent any more.</source>
        <translation>こちらの音声が送信されなくなりました。</translation>
    </message>
    <message>
        <source>Your picture is not being sent any more.</source>
        <translation>こちらの映像が送信されなくなりました。</translation>
    </message>
    <message>
        <source>Your shared screen is not being sent any more.</source>
        <translation>こちらの共有画面が送信されなくなりました。</translation>
    </message>
    <message>
        <source>Nothing is being sent any more.</source>
        <translation>何も送信されなくなりました。</translation>
    </message>
    <message>
        <source>The sound that arrives is of no use: too much is lost or too late.</source>
        <translation>受信音声の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>The picture that arrives is of no use: too much is lost or too late.</source>
        <translation>受信映像の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>The screen that arrives is of no use: too much is lost or too late.</source>
        <translation>受信画面の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>Your sound is of no use at the other end: too much is lost or too late.</source>
        <translation>相手側でこちらの音声の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>Your picture is of no use at the other end: too much is lost or too late.</source>
        <translation>相手側でこちらの映像の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>Your screen is of no use at the other end: too much is lost or too late.</source>
        <translation>相手側でこちらの画面の損失または遅れが大きく、使いものになりません。</translation>
    </message>
    <message>
        <source>The call is of no use: too much is lost or too late.</source>
        <translation>損失または遅れが大きく、通話が使いものになりません。</translation>
    </message>
    <message>
        <source>The other end sends more than the network carries.</source>
        <translation>相手側の送信量が、ネットワークの能力を超えています。</translation>
    </message>
    <message>
        <source>The call sends more than the network carries.</source>
        <translation>通話の送信量が、ネットワークの能力を超えています。</translation>
    </message>
    <message>
        <source>Sound and picture do not go together.</source>
        <translation>音声と映像がずれています。</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports: loss and delay of what you send are unknown.</source>
        <translation>相手側が受信レポートを送らないため、こちらの送信分の損失と遅延は不明です。</translation>
    </message>
    <message>
        <source>The connection is lost; the call tries to get it back.</source>
        <translation>接続が失われました。再接続を試みています。</translation>
    </message>
    <message>
        <source>an unnamed application</source>
        <translation>名前のないアプリケーション</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Call on {place}</source>
        <translation>{place} での通話</translation>
    </message>
    <message>
        <source>quality not known yet</source>
        <translation>品質はまだ不明</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{call}: {quality}, {up} up, {down} down</source>
        <translation>{call}: {quality}、上り {up}、下り {down}</translation>
    </message>
    <message>
        <source>{call}: {quality}, ↑ {up} ↓ {down}</source>
        <translation>{call}: {quality}、↑ {up} ↓ {down}</translation>
    </message>
    <message>
        <source>{call}: {state}</source>
        <translation>{call}: {state}</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}（{count}）</translation>
    </message>
    <message>
        <source>{width} x {height}</source>
        <translation>{width}×{height}</translation>
    </message>
    <message>
        <source>{number} a second</source>
        <translation>毎秒 {number} 枚</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
    <message>
        <source>Every connection was made.</source>
        <translation>すべての接続が確立されました。</translation>
    </message>
    <message>
        <source>Some connections could not be made.</source>
        <translation>一部の接続を確立できませんでした。</translation>
    </message>
    <message>
        <source>No connection could be made.</source>
        <translation>接続を確立できませんでした。</translation>
    </message>
    <message>
        <source>The connection was lost, and the call with it.</source>
        <translation>接続が失われ、通話が切れました。</translation>
    </message>
    <message>
        <source>It was ended while it was still connecting.</source>
        <translation>接続中に終了されました。</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <translation>応答がありませんでした。</translation>
    </message>
    <message>
        <source>Hung up</source>
        <translation>通話終了</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Never made: no path was found</source>
        <translation>未接続: 経路が見つかりませんでした</translation>
    </message>
    <message>
        <source>Hung up while connecting</source>
        <translation>接続中に通話終了</translation>
    </message>
    <message>
        <source>Nothing was heard of it any more</source>
        <translation>その後の情報がありません</translation>
    </message>
    <message>
        <source>Never connected</source>
        <translation>接続されませんでした</translation>
    </message>
    <message>
        <source>sound and picture</source>
        <translation>音声と映像</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>音声と映像（別接続）</translation>
    </message>
    <message>
        <source>Direct, or through the provider&apos;s own server</source>
        <translation>直接、またはプロバイダーのサーバー経由</translation>
    </message>
    <message>
        <source>Through a relay, over UDP</source>
        <translation>リレー経由、UDP</translation>
    </message>
    <message>
        <source>Through a relay, over TCP</source>
        <translation>リレー経由、TCP</translation>
    </message>
    <message>
        <source>Through a relay, over TLS</source>
        <translation>リレー経由、TLS</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>非常に良い</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>プログラム自身</translation>
    </message>
    <message>
        <source>The web page itself</source>
        <translation>Web ページ自身</translation>
    </message>
    <message>
        <source>The browser&apos;s extension</source>
        <translation>ブラウザーの拡張機能</translation>
    </message>
    <message>
        <source>You joined</source>
        <translation>参加しました</translation>
    </message>
    <message>
        <source>You left</source>
        <translation>退出しました</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続しました</translation>
    </message>
    <message>
        <source>Could not be connected</source>
        <translation>接続できませんでした</translation>
    </message>
    <message>
        <source>The connection was lost for good</source>
        <translation>接続が完全に失われました</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>保留にしました</translation>
    </message>
    <message>
        <source>Taken off hold</source>
        <translation>保留を解除しました</translation>
    </message>
    <message>
        <source>Went on over another path</source>
        <translation>別の経路に切り替わりました</translation>
    </message>
    <message>
        <source>The connection&apos;s state changed</source>
        <translation>接続の状態が変わりました</translation>
    </message>
    <message>
        <source>Sound muted</source>
        <translation>音声をミュートしました</translation>
    </message>
    <message>
        <source>Sound on again</source>
        <translation>音声のミュートを解除しました</translation>
    </message>
    <message>
        <source>Picture off</source>
        <translation>映像をオフにしました</translation>
    </message>
    <message>
        <source>Picture on again</source>
        <translation>映像をオンにしました</translation>
    </message>
    <message>
        <source>Sharing the screen began</source>
        <translation>画面共有を開始しました</translation>
    </message>
    <message>
        <source>Sharing the screen ended</source>
        <translation>画面共有を終了しました</translation>
    </message>
    <message>
        <source>Somebody else spoke</source>
        <translation>発言者が替わりました</translation>
    </message>
    <message>
        <source>Other devices in use</source>
        <translation>使用デバイスが変わりました</translation>
    </message>
    <message>
        <source>Devices plugged in</source>
        <translation>接続デバイスが変わりました</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>応答がありませんでした</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>切断されました</translation>
    </message>
    <message>
        <source>Connected again</source>
        <translation>再接続しました</translation>
    </message>
    <message>
        <source>Disconnected while connecting</source>
        <translation>接続中に切断されました</translation>
    </message>
    <message>
        <source>Connecting again</source>
        <translation>再接続しています</translation>
    </message>
    <message>
        <source>No path was found</source>
        <translation>経路が見つかりませんでした</translation>
    </message>
    <message>
        <source>Ended while connecting</source>
        <translation>接続中に終了しました</translation>
    </message>
    <message>
        <source>Connection closed</source>
        <translation>接続を閉じました</translation>
    </message>
    <message>
        <source>Looked for a path anew</source>
        <translation>経路を探し直しました</translation>
    </message>
    <message>
        <source>One direction fell silent</source>
        <translation>片方向が途絶えました</translation>
    </message>
    <message>
        <source>Both directions were there again</source>
        <translation>両方向が復旧しました</translation>
    </message>
    <message>
        <source>The call had become of no use</source>
        <translation>通話が使いものにならなくなりました</translation>
    </message>
    <message>
        <source>The call was of use again</source>
        <translation>通話が使える状態に戻りました</translation>
    </message>
    <message>
        <source>Sound and picture came apart</source>
        <translation>音声と映像がずれました</translation>
    </message>
    <message>
        <source>Sound and picture were together again</source>
        <translation>音声と映像のずれが解消しました</translation>
    </message>
    <message>
        <source>The other end sends no receiver reports</source>
        <translation>相手側が受信レポートを送っていません</translation>
    </message>
    <message>
        <source>The other end sends receiver reports</source>
        <translation>相手側が受信レポートを送っています</translation>
    </message>
    <message>
        <source>The application wrote</source>
        <translation>アプリケーションのログ</translation>
    </message>
    <message>
        <source>A connection began</source>
        <translation>接続を開始しました</translation>
    </message>
    <message>
        <source>The other end stopped sending reports</source>
        <translation>相手側からの報告が止まりました</translation>
    </message>
    <message>
        <source>The other end sent reports again</source>
        <translation>相手側からの報告が再開しました</translation>
    </message>
    <message>
        <source>Sound or picture stopped flowing</source>
        <translation>音声または映像が止まりました</translation>
    </message>
    <message>
        <source>Sound or picture flowed again</source>
        <translation>音声または映像が再び流れました</translation>
    </message>
    <message>
        <source>Too much was lost or too late to be of use</source>
        <translation>損失または遅れが大きく、使いものになりませんでした</translation>
    </message>
    <message>
        <source>What arrived was of use again</source>
        <translation>受信内容が使える状態に戻りました</translation>
    </message>
    <message>
        <source>More was sent than the network carried</source>
        <translation>送信量がネットワークの能力を超えました</translation>
    </message>
    <message>
        <source>The network carried it again</source>
        <translation>ネットワークの能力内に戻りました</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>不在着信</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>断念</translation>
    </message>
    <message>
        <source>{word}: right</source>
        <translation>{word}: 的中</translation>
    </message>
    <message>
        <source>{word}: wrong</source>
        <translation>{word}: 外れ</translation>
    </message>
    <message>
        <source>{number} of 5</source>
        <translation>5 段階中 {number}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1 回</translation>
    </message>
    <message>
        <source>{event}: {detail}</source>
        <translation>{event}: {detail}</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>予測は「{forecast}」でしたが、通話は接続されませんでした。</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>予測は「{forecast}」、通話の結果は「{got}」でした。</translation>
    </message>
    <message>
        <source>The forecast before it said {word}.</source>
        <translation>通話前の予測は「{word}」でした。</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was right.</source>
        <translation>通話前の予測は「{word}」で、的中しました。</translation>
    </message>
    <message>
        <source>The forecast before it said {word}, and was wrong.</source>
        <translation>通話前の予測は「{word}」で、外れました。</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>This computer is not connected to any network. Plug in the network cable or join a Wi-Fi network.</source>
        <translation>このコンピューターはどのネットワークにも接続されていません。ネットワークケーブルを差し込むか、Wi-Fi ネットワークに接続してください。</translation>
    </message>
    <message>
        <source>Sign in to the network first: open any web page in your browser, fill in the page that appears, and test again.</source>
        <translation>最初にネットワークにサインインしてください。ブラウザーで任意の Web ページを開き、表示されたページに入力してから、もう一度テストしてください。</translation>
    </message>
    <message>
        <source>The call server refused the user name or password. Check them in the settings, or ask whoever gave them to you.</source>
        <translation>通話サーバーがユーザー名またはパスワードを拒否しました。設定を確認するか、発行元に問い合わせてください。</translation>
    </message>
    <message>
        <source>The secure connection to the call server failed: its certificate is not trusted or has expired. Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>通話サーバーへの安全な接続に失敗しました。証明書が信頼されていないか、期限が切れています。このコンピューターの時計を確認し、サーバーの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The call server has no relay left for this user name. Close other calls and try again, or ask whoever runs it for a higher limit.</source>
        <translation>通話サーバーには、このユーザー名で使えるリレーの空きがありません。ほかの通話を終了してもう一度試すか、サーバーの管理者に上限の引き上げを依頼してください。</translation>
    </message>
    <message>
        <source>The name of the call server is not found. Check its spelling in the settings, and that web pages open.</source>
        <translation>通話サーバーの名前が見つかりません。設定で綴りを確認し、Web ページを開けるかどうかも確認してください。</translation>
    </message>
    <message>
        <source>No call server answered, or it stopped answering. Check that web pages open. If they do, a firewall may be in the way: try another network or ask your network&apos;s administrator.</source>
        <translation>応答した通話サーバーがないか、途中で応答しなくなりました。Web ページを開けるか確認してください。開ける場合は、ファイアウォールが原因の可能性があります。別のネットワークを試すか、ネットワーク管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>Something on the way, mostly a firewall, lets no encrypted call through, though the call server can be reached. Ask your network&apos;s administrator to allow WebRTC (DTLS and SRTP), or try another network.</source>
        <translation>通話サーバーには接続できますが、経路上の何か（多くはファイアウォール）が暗号化された通話を遮断しています。ネットワーク管理者に WebRTC（DTLS と SRTP）の許可を依頼するか、別のネットワークを試してください。</translation>
    </message>
    <message>
        <source>Data gets lost on the way. On Wi-Fi, move closer to the router or use a cable; on a cable, pause large downloads and uploads.</source>
        <translation>経路の途中でデータが失われています。Wi-Fi の場合は、ルーターに近づくか、ケーブルを使用してください。ケーブルの場合は、大きなダウンロードやアップロードを一時停止してください。</translation>
    </message>
    <message>
        <source>Data takes long to the call server and back. Pause large downloads and uploads, and switch off a VPN if you may. On a satellite line this is normal.</source>
        <translation>通話サーバーとの往復に時間がかかっています。大きなダウンロードやアップロードを一時停止し、可能であれば VPN をオフにしてください。衛星回線の場合、これは正常です。</translation>
    </message>
    <message>
        <source>Data arrives unevenly. On Wi-Fi, move closer to the router or use a cable, and pause other traffic.</source>
        <translation>データの到着間隔が不安定です。Wi-Fi の場合は、ルーターに近づくか、ケーブルを使用し、ほかの通信を一時停止してください。</translation>
    </message>
    <message>
        <source>The line is slow. Pause downloads, uploads and video streams on every device that shares it, or switch your camera off in the call.</source>
        <translation>回線が低速です。回線を共有するすべての機器で、ダウンロード、アップロード、動画の視聴を一時停止するか、通話でカメラをオフにしてください。</translation>
    </message>
    <message>
        <source>Sending is slow. Pause uploads and cloud backups on every device that shares the line, or switch your camera off in the call.</source>
        <translation>送信が低速です。回線を共有するすべての機器で、アップロードやクラウドへのバックアップを一時停止するか、通話でカメラをオフにしてください。</translation>
    </message>
    <message>
        <source>Receiving is slow. Pause downloads and video streams on every device that shares the line, or ask for lower video quality in the call.</source>
        <translation>受信が低速です。回線を共有するすべての機器で、ダウンロードや動画の視聴を一時停止するか、通話の映像品質を下げてください。</translation>
    </message>
    <message>
        <source>Calls will lag as soon as somebody uploads or downloads. Keep the line free during a call, or switch on smart queue management (SQM) in your router.</source>
        <translation>誰かがアップロードやダウンロードを始めると、すぐに通話の遅延が大きくなります。通話中は回線を空けておくか、ルーターのスマートキュー管理（SQM）を有効にしてください。</translation>
    </message>
    <message>
        <source>The Wi-Fi is the weak part of the way. Move closer to the access point, change to its 5 GHz band, or use a cable.</source>
        <translation>経路の弱点は Wi-Fi です。アクセスポイントに近づくか、5 GHz 帯に切り替えるか、ケーブルを使用してください。</translation>
    </message>
    <message>
        <source>The trouble is between this computer and its router, not on the line behind it. Try another cable or port, pause transfers inside this network, or restart the router.</source>
        <translation>問題は、その先の回線ではなく、このコンピューターとルーターの間にあります。別のケーブルやポートを試す、このネットワーク内の転送を一時停止する、ルーターを再起動する、のいずれかをお試しください。</translation>
    </message>
    <message>
        <source>A firewall lets no UDP through, so calls take a slower way. Ask your network&apos;s administrator to allow UDP to the call server, or try another network.</source>
        <translation>ファイアウォールが UDP を遮断しているため、通話は遅い経路を使います。通話サーバーへの UDP の許可をネットワーク管理者に依頼するか、別のネットワークを試してください。</translation>
    </message>
    <message>
        <source>A VPN carries your calls. If you may, switch it off during a call and test again.</source>
        <translation>通話が VPN を経由しています。可能であれば、通話中は VPN をオフにして、もう一度テストしてください。</translation>
    </message>
    <message>
        <source>Plug in a microphone or a camera, or check that the one you have is switched on and not disabled.</source>
        <translation>マイクまたはカメラを接続するか、接続済みの機器の電源が入っていて、無効になっていないことを確認してください。</translation>
    </message>
    <message>
        <source>The call server refused the user name or password, which your organisation has set. Tell its help desk; nothing on this computer can fix that.</source>
        <translation>組織が設定したユーザー名またはパスワードを、通話サーバーが拒否しました。組織のサポート窓口に連絡してください。このコンピューター側では解決できません。</translation>
    </message>
    <message>
        <source>{program} can&apos;t be started at log-in: its path holds an equals sign or a character that can&apos;t be printed</source>
        <translation>{program} はログイン時に起動できません: パスに等号または表示できない文字が含まれています</translation>
    </message>
    <message>
        <source>the registry can&apos;t be written: {reason}</source>
        <translation>レジストリに書き込めません: {reason}</translation>
    </message>
    <message>
        <source>Windows starts no command that is longer than {longest} characters at log-in</source>
        <translation>Windows は {longest} 文字を超えるコマンドをログイン時に起動できません</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}</source>
        <translation>{file} に書き込めません: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be removed: {reason}</source>
        <translation>{file} を削除できません: {reason}</translation>
    </message>
    <message>
        <source>{folder} is no folder of its own but a link or a file.</source>
        <translation>{folder} はフォルダーそのものではなく、リンクまたはファイルです。</translation>
    </message>
    <message>
        <source>{folder} belongs to somebody else; remove it.</source>
        <translation>{folder} は別のユーザーが所有しています。削除してください。</translation>
    </message>
    <message>
        <source>{folder} is open to other users; set its mode to 700.</source>
        <translation>{folder} はほかのユーザーもアクセスできます。モードを 700 に設定してください。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>{file} は使用できません: {reason}</translation>
    </message>
    <message>
        <source>The path {path} is too long for a socket; set XDG_RUNTIME_DIR.</source>
        <translation>パス {path} はソケットには長すぎます。XDG_RUNTIME_DIR を設定してください。</translation>
    </message>
    <message>
        <source>Windows has named pipes for this.</source>
        <translation>Windows では、これに名前付きパイプを使用します。</translation>
    </message>
    <message>
        <source>{file} is in the way: it is no socket.</source>
        <translation>{file} はソケットではないため、妨げになっています。</translation>
    </message>
    <message>
        <source>{folder} can&apos;t be made: {reason}.</source>
        <translation>{folder} を作成できません: {reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be locked: {reason}.</source>
        <translation>{file} をロックできません: {reason}</translation>
    </message>
    <message>
        <source>This loop has no named pipes.</source>
        <translation>このイベントループは名前付きパイプに対応していません。</translation>
    </message>
    <message>
        <source>The pipe {name} can&apos;t be served: {reason}.</source>
        <translation>パイプ {name} を提供できません: {reason}</translation>
    </message>
    <message>
        <source>The WebSocket needs the Python package {package}.</source>
        <translation>WebSocket には Python パッケージ {package} が必要です。</translation>
    </message>
    <message>
        <source>The WebSocket can&apos;t listen on port {port}: {reason}.</source>
        <translation>WebSocket はポート {port} で待ち受けできません: {reason}</translation>
    </message>
    <message>
        <source>What this archive is</source>
        <translation>このアーカイブの説明</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>フォルダー {folder} がありません。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>{file} に書き込めません: {reason}</translation>
    </message>
    <message>
        <source>{file} is a folder.</source>
        <translation>{file} はフォルダーです。</translation>
    </message>
    <message>
        <source>There is a file {file} already.</source>
        <translation>ファイル {file} はすでに存在します。</translation>
    </message>
    <message>
        <source>Versions of the program, its libraries and the system</source>
        <translation>プログラム、ライブラリ、システムのバージョン</translation>
    </message>
    <message>
        <source>Which of the programs run now, and the last crash</source>
        <translation>現在動作しているプログラムと、前回のクラッシュ</translation>
    </message>
    <message>
        <source>Tray, notifications and tests as the tray program has them</source>
        <translation>トレイプログラムから見たトレイ、通知、テストの状態</translation>
    </message>
    <message>
        <source>All settings, and where each comes from</source>
        <translation>すべての設定と、それぞれの設定元</translation>
    </message>
    <message>
        <source>The servers, and whether a password is found; no password</source>
        <translation>サーバーと、パスワードの有無（パスワード自体は含みません）</translation>
    </message>
    <message>
        <source>Which key ring there is</source>
        <translation>キーリングの種類</translation>
    </message>
    <message>
        <source>Folders and files of the program: sizes and rights</source>
        <translation>プログラムのフォルダーとファイル（サイズとアクセス権）</translation>
    </message>
    <message>
        <source>State of the history, networks by number</source>
        <translation>履歴の状態（ネットワークは番号で表示）</translation>
    </message>
    <message>
        <source>The last tests, and what was told of them</source>
        <translation>最近のテストと、その通知内容</translation>
    </message>
    <message>
        <source>The last calls, without where they took place</source>
        <translation>最近の通話（通話に使ったサイトは含みません）</translation>
    </message>
    <message>
        <source>Trays and notification services of the desktop</source>
        <translation>デスクトップのトレイと通知サービス</translation>
    </message>
    <message>
        <source>Whether the program starts at log-in</source>
        <translation>ログイン時にプログラムが起動するかどうか</translation>
    </message>
    <message>
        <source>Whether browsers find the program</source>
        <translation>ブラウザーがプログラムを見つけられるかどうか</translation>
    </message>
    <message>
        <source>Kind and routes of the network</source>
        <translation>ネットワークの種類と経路</translation>
    </message>
    <message>
        <source>Whether there are a microphone and a camera</source>
        <translation>マイクとカメラの有無</translation>
    </message>
    <message>
        <source>Figures for the organisation: what waits to be sent</source>
        <translation>組織向けの統計データ（送信待ちの内容）</translation>
    </message>
    <message>
        <source>What is known of newer versions</source>
        <translation>新しいバージョンについて分かっていること</translation>
    </message>
    <message>
        <source>Log of the tray program</source>
        <translation>トレイプログラムのログ</translation>
    </message>
    <message>
        <source>Log of the watch command</source>
        <translation>watch コマンドのログ</translation>
    </message>
    <message>
        <source>What crashes have left</source>
        <translation>クラッシュ時に残された情報</translation>
    </message>
    <message>
        <source>The process that collects can&apos;t be started: {reason}</source>
        <translation>情報を収集するプロセスを開始できません: {reason}</translation>
    </message>
    <message>
        <source>Collecting took longer than {seconds} s.</source>
        <translation>情報の収集が {seconds} 秒以内に終わりませんでした。</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>やや悪い</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>excellent</source>
        <translation>非常に良い</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}: {reason}.</source>
        <translation>予測は「{forecast}」、通話の結果は「{got}」でした: {reason}。</translation>
    </message>
    <message>
        <source>the picture froze for {share} of the time</source>
        <translation>時間の {share} で映像が停止</translation>
    </message>
    <message>
        <source>sound and picture took {delay} ms to arrive</source>
        <translation>音声と映像の到着に {delay} ms</translation>
    </message>
    <message>
        <source>there were {rate} Mbit/s to send with</source>
        <translation>送信可能な速度は {rate} Mbit/s</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call did not connect.</source>
        <translation>予測は「{forecast}」でしたが、通話は接続されませんでした。</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}.</source>
        <translation>予測は「{forecast}」、通話も「{got}」でした。</translation>
    </message>
    <message>
        <source>The forecast said {forecast}; the call got {got}.</source>
        <translation>予測は「{forecast}」、通話の結果は「{got}」でした。</translation>
    </message>
    <message>
        <source>The forecast said {forecast}, and the call was {got}, with a difference: {reason}.</source>
        <translation>予測は「{forecast}」、通話も「{got}」でしたが、違いがありました: {reason}。</translation>
    </message>
    <message>
        <source>{share} of the sound was missing</source>
        <translation>音声の {share} が欠落</translation>
    </message>
    <message>
        <source>there were {rate} kbit/s to send with</source>
        <translation>送信可能な速度は {rate} kbit/s</translation>
    </message>
    <message>
        <source>less than 1 %</source>
        <translation>1%未満</translation>
    </message>
    <message>
        <source>The history file {file} is damaged.</source>
        <translation>履歴ファイル {file} が破損しています。</translation>
    </message>
    <message>
        <source>The history {file} was written by an older version: start call-notifier once, which brings it up to date.</source>
        <translation>履歴 {file} は古いバージョンで書き込まれています。call-notifier を一度起動すると、更新されます。</translation>
    </message>
    <message>
        <source>The history {file} was written by a newer version of call-notifier (format {format}, this one knows {known}): it is left as it is.</source>
        <translation>履歴 {file} は新しいバージョンの call-notifier で書き込まれています（形式 {format}、このバージョンの対応形式は {known}）。そのまま残します。</translation>
    </message>
    <message>
        <source>The history was damaged and has been set aside as {file}; a new one is begun.</source>
        <translation>履歴が破損していたため、{file} として退避し、新しい履歴を開始しました。</translation>
    </message>
    <message>
        <source>The history file {file} is damaged and cannot be set aside: {reason}.</source>
        <translation>履歴ファイル {file} は破損しており、退避できません: {reason}</translation>
    </message>
    <message>
        <source>There is no history {file} yet.</source>
        <translation>履歴 {file} はまだありません。</translation>
    </message>
    <message>
        <source>The history {file} is being prepared by another program for too long.</source>
        <translation>別のプログラムによる履歴 {file} の準備に、時間がかかりすぎています。</translation>
    </message>
    <message>
        <source>The disk is full: the history {file} cannot be written.</source>
        <translation>ディスクがいっぱいです。履歴 {file} に書き込めません。</translation>
    </message>
    <message>
        <source>The history {file} is in use by another program and did not become free.</source>
        <translation>履歴 {file} は別のプログラムが使用中で、待っても解放されませんでした。</translation>
    </message>
    <message>
        <source>Reading the history {file} was stopped.</source>
        <translation>履歴 {file} の読み込みを中止しました。</translation>
    </message>
    <message>
        <source>The history {file} cannot be written: permission is missing.</source>
        <translation>履歴 {file} に書き込めません。権限がありません。</translation>
    </message>
    <message>
        <source>The history {file} cannot be used: {reason}.</source>
        <translation>履歴 {file} を使用できません: {reason}</translation>
    </message>
    <message>
        <source>There is no call {identity} in the history.</source>
        <translation>通話 {identity} は履歴にありません。</translation>
    </message>
    <message>
        <source>The record of call {identity} in the history cannot be read.</source>
        <translation>履歴にある通話 {identity} の記録を読み取れません。</translation>
    </message>
    <message>
        <source>The history {file} was taken over by a newer version of call-notifier: restart this one.</source>
        <translation>履歴 {file} は新しいバージョンの call-notifier に引き継がれました。このプログラムを再起動してください。</translation>
    </message>
    <message>
        <source>the demonstration relay did not start: {reason}</source>
        <translation>デモ用リレーが起動しませんでした: {reason}</translation>
    </message>
    <message>
        <source>it said nothing for {seconds} s</source>
        <translation>{seconds} 秒間応答がありませんでした</translation>
    </message>
    <message>
        <source>the demonstration relay could not be started: {reason}</source>
        <translation>デモ用リレーを起動できませんでした: {reason}</translation>
    </message>
    <message>
        <source>it ended without a word</source>
        <translation>何も出力せずに終了しました</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}</source>
        <translation>テストのプロセスが終了ステータス {status} で終了しました</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}</source>
        <translation>テストのプロセスがシグナル {number} で終了しました</translation>
    </message>
    <message>
        <source>the test&apos;s process ended with exit status {status}: {words}</source>
        <translation>テストのプロセスが終了ステータス {status} で終了しました: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process cannot be started: {reason}</source>
        <translation>テストのプロセスを開始できません: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not forecast within {seconds} s</source>
        <translation>テストのプロセスが {seconds} 秒以内に予測しませんでした</translation>
    </message>
    <message>
        <source>the test&apos;s process sent something else than a forecast</source>
        <translation>テストのプロセスが予測以外のものを送信しました</translation>
    </message>
    <message>
        <source>the test&apos;s process has no standard output</source>
        <translation>テストのプロセスに標準出力がありません</translation>
    </message>
    <message>
        <source>the test&apos;s process sent a line without end</source>
        <translation>テストのプロセスが終わりのない行を送信しました</translation>
    </message>
    <message>
        <source>the test&apos;s process sent no report: {reason}</source>
        <translation>テストのプロセスが報告を送信しませんでした: {reason}</translation>
    </message>
    <message>
        <source>the test&apos;s process ended by signal {number}: {words}</source>
        <translation>テストのプロセスがシグナル {number} で終了しました: {words}</translation>
    </message>
    <message>
        <source>the test&apos;s process did not measure within {seconds} s</source>
        <translation>テストのプロセスが {seconds} 秒以内に測定しませんでした</translation>
    </message>
    <message>
        <source>the test&apos;s process forecast what it had not measured</source>
        <translation>テストのプロセスが、測定していないものを予測しました</translation>
    </message>
    <message>
        <source>Web applications can&apos;t report their calls. {reason}</source>
        <translation>Web アプリケーションは通話を報告できません。{reason}</translation>
    </message>
    <message>
        <source>Calls can&apos;t be watched. {reason}</source>
        <translation>通話を検出できません。{reason}</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read or written: {reason}.</source>
        <translation>{file} を読み書きできません: {reason}</translation>
    </message>
    <message>
        <source>{file}: {reason}.</source>
        <translation>{file}: {reason}</translation>
    </message>
    <message>
        <source>The model that your organisation names can&apos;t be used, so the program&apos;s own judges: {reason}</source>
        <translation>組織が指定したモデルを使用できないため、プログラム標準のモデルで判定しました: {reason}</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({place}). It should look like {example}</source>
        <translation>読み取れません（{place}）。次のような形式にしてください: {example}</translation>
    </message>
    <message>
        <source>expected {expected}; http:// only of this computer: whoever is on the way could change the page</source>
        <translation>指定できる値: {expected}。http:// はこのコンピューターに限ります。経路上の第三者がページを改変できるためです</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>理由は示されませんでした</translation>
    </message>
    <message>
        <source>{program} did not answer: {reason}</source>
        <translation>{program} から回答を得られませんでした: {reason}</translation>
    </message>
    <message>
        <source>{program} did not answer within {limit} seconds</source>
        <translation>{program} が {limit} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>No model could be asked, so the threshold rule judges: {reason}</source>
        <translation>モデルを利用できないため、しきい値ルールで判定しました: {reason}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>a user name of 1 to {limit} bytes on one line</source>
        <translation>1 行、1～{limit} バイトのユーザー名</translation>
    </message>
    <message>
        <source>&quot;password&quot; or &quot;turn-rest&quot;</source>
        <translation>&quot;password&quot; または &quot;turn-rest&quot;</translation>
    </message>
    <message>
        <source>&quot;light&quot;, &quot;full&quot; or &quot;none&quot;</source>
        <translation>&quot;light&quot;、&quot;full&quot;、または &quot;none&quot;</translation>
    </message>
    <message>
        <source>the name of an environment variable: letters, digits and _</source>
        <translation>環境変数の名前（英字、数字、_）</translation>
    </message>
    <message>
        <source>the name of a file: a whole path, one that begins with ~/, or one relative to this file</source>
        <translation>ファイル名（絶対パス、~/ で始まるパス、またはこのファイルからの相対パス）</translation>
    </message>
    <message>
        <source>a list of at most {limit} names of files</source>
        <translation>最大 {limit} 個のファイル名のリスト</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;, or a list of 1 to {limit}</source>
        <translation>&quot;turn:turn.example.com:3478&quot; のような TURN アドレス、または 1～{limit} 個のリスト</translation>
    </message>
    <message>
        <source>the address of a page over plain HTTP, like http://check.example.com/generate_204</source>
        <translation>http://check.example.com/generate_204 のような、暗号化なしの HTTP ページのアドレス</translation>
    </message>
    <message>
        <source>two times of day like &quot;22:00-07:00&quot;, or &quot;&quot; for no quiet hours</source>
        <translation>&quot;22:00-07:00&quot; のような 2 つの時刻、または通知しない時間帯を設けない場合は &quot;&quot;</translation>
    </message>
    <message>
        <source>a language as BCP 47 writes it, like &quot;de&quot; or &quot;pt-BR&quot;, or &quot;&quot; for the system&apos;s</source>
        <translation>&quot;de&quot; や &quot;pt-BR&quot; のような BCP 47 形式の言語、またはシステムの言語を使う場合は &quot;&quot;</translation>
    </message>
    <message>
        <source>&quot;color&quot; or &quot;monochrome&quot;</source>
        <translation>&quot;color&quot; または &quot;monochrome&quot;</translation>
    </message>
    <message>
        <source>&quot;all&quot;, &quot;listed&quot; or &quot;none&quot;</source>
        <translation>&quot;all&quot;、&quot;listed&quot;、または &quot;none&quot;</translation>
    </message>
    <message>
        <source>a text of 1 to {limit} characters on one line</source>
        <translation>1 行、1～{limit} 文字のテキスト</translation>
    </message>
    <message>
        <source>number {number}: {problem}</source>
        <translation>{number} 番目: {problem}</translation>
    </message>
    <message>
        <source>a list of at most {limit}, each {what}</source>
        <translation>最大 {limit} 個のリスト（各項目は {what}）</translation>
    </message>
    <message>
        <source>Another program of yours takes reports of calls already.</source>
        <translation>別のプログラムが、すでに通話の報告を受け付けています。</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}.</source>
        <translation>情報を収集するプロセスが終了ステータス {status} で終了しました。</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}.</source>
        <translation>情報を収集するプロセスがシグナル {number} で終了しました。</translation>
    </message>
    <message>
        <source>The process that collects ended with exit status {status}: {words}</source>
        <translation>情報を収集するプロセスが終了ステータス {status} で終了しました: {words}</translation>
    </message>
    <message>
        <source>The process that collects ended by signal {number}: {words}</source>
        <translation>情報を収集するプロセスがシグナル {number} で終了しました: {words}</translation>
    </message>
    <message>
        <source>Test {number} is not in the history any more.</source>
        <translation>テスト {number} は、すでに履歴にありません。</translation>
    </message>
    <message>
        <source>The record of test {number} in the history cannot be read.</source>
        <translation>履歴にあるテスト {number} の記録を読み取れません。</translation>
    </message>
    <message>
        <source>nobody could say within {limit} seconds whether there is a newer version</source>
        <translation>新しいバージョンの有無を {limit} 秒以内に確認できませんでした</translation>
    </message>
    <message>
        <source>the look for a newer version failed: {reason}</source>
        <translation>新しいバージョンの確認に失敗しました: {reason}</translation>
    </message>
    <message>
        <source>the name of a secret: at most {limit} small letters, digits and -</source>
        <translation>シークレットの名前（英小文字、数字、- で {limit} 文字以内）</translation>
    </message>
    <message>
        <source>&quot;none&quot;, &quot;installation&quot;, &quot;machine&quot; or &quot;person&quot;</source>
        <translation>&quot;none&quot;、&quot;installation&quot;、&quot;machine&quot;、または &quot;person&quot;</translation>
    </message>
    <message>
        <source>a name and a value like &quot;site=Berlin&quot;</source>
        <translation>&quot;site=Berlin&quot; のような名前と値</translation>
    </message>
    <message>
        <source>expected {expected}, found {found}</source>
        <translation>指定できる値: {expected}（実際の値: {found}）</translation>
    </message>
    <message>
        <source>a whole number from {minimum} to {maximum}</source>
        <translation>{minimum}～{maximum} の整数</translation>
    </message>
    <message>
        <source>a number from {minimum} to {maximum}</source>
        <translation>{minimum}～{maximum} の数値</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>リスト</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>テーブル</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>data</source>
        <translation>バイナリデータ</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>日付または時刻</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty text</source>
        <translation>指定できる値: {expected}（実際の値: 空のテキスト）</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} characters</source>
        <translation>指定できる値: {expected}（実際の値: {count} 文字のテキスト）</translation>
    </message>
    <message>
        <source>expected {expected}, found a line break or another control character</source>
        <translation>指定できる値: {expected}（改行などの制御文字が含まれています）</translation>
    </message>
    <message>
        <source>expected {expected}, found one of {count} bytes</source>
        <translation>指定できる値: {expected}（実際の値: {count} バイトのテキスト）</translation>
    </message>
    <message>
        <source>expected {expected}, which says of what kind the secret is; the secret itself belongs into the key ring (call-notifier config password URL) or an environment variable (password-env)</source>
        <translation>指定できる値: {expected}。シークレットの種類を指定します。シークレット自体は、キーリング（call-notifier config password URL）または環境変数（password-env）に保存してください</translation>
    </message>
    <message>
        <source>expected {expected}, not the secret itself</source>
        <translation>指定できる値: {expected}（シークレット自体ではありません）</translation>
    </message>
    <message>
        <source>expected {expected}</source>
        <translation>指定できる値: {expected}</translation>
    </message>
    <message>
        <source>expected a whole path, or one that begins with ~/</source>
        <translation>絶対パス、または ~/ で始まるパスを指定してください</translation>
    </message>
    <message>
        <source>a TURN address like &quot;turn:turn.example.com:3478&quot;</source>
        <translation>&quot;turn:turn.example.com:3478&quot; のような TURN アドレス</translation>
    </message>
    <message>
        <source>expected a TURN address without user name and password (RFC 7065 has none); the name belongs into username, the password into the key ring or password-env</source>
        <translation>ユーザー名とパスワードを含まない TURN アドレスを指定してください（RFC 7065 では含められません）。名前は username に、パスワードはキーリングまたは password-env に指定します</translation>
    </message>
    <message>
        <source>expected a TURN address of at most {limit} characters</source>
        <translation>{limit} 文字以内の TURN アドレスを指定してください</translation>
    </message>
    <message>
        <source>expected {expected}, without user name and password</source>
        <translation>指定できる値: {expected}（ユーザー名とパスワードなし）</translation>
    </message>
    <message>
        <source>expected {expected}; the last minute of a day is 23:59</source>
        <translation>指定できる値: {expected}。1 日の最後の時刻は 23:59 です</translation>
    </message>
    <message>
        <source>expected {expected}; to be told nothing at all, set enabled to false</source>
        <translation>指定できる値: {expected}。通知をすべて止めるには、enabled を false にしてください</translation>
    </message>
    <message>
        <source>a far larger number</source>
        <translation>はるかに大きな数値</translation>
    </message>
    <message>
        <source>expected {expected}; whose home directory ~ means is not known</source>
        <translation>指定できる値: {expected}。~ が指すホームディレクトリが分かりません</translation>
    </message>
    <message>
        <source>expected {expected}; the name has small letters, digits, _ and . alone</source>
        <translation>指定できる値: {expected}。名前に使えるのは英小文字、数字、_、. のみです</translation>
    </message>
    <message>
        <source>the name stands there already</source>
        <translation>同じ名前がすでにあります</translation>
    </message>
    <message>
        <source>{setting} is no setting</source>
        <translation>{setting} という設定はありません</translation>
    </message>
    <message>
        <source>the servers are set by your organisation</source>
        <translation>サーバーは組織によって設定されています</translation>
    </message>
    <message>
        <source>{setting}: {problem}</source>
        <translation>{setting}: {problem}</translation>
    </message>
    <message>
        <source>server is no list of tables in the file; put that right first</source>
        <translation>ファイルの server がテーブルのリストではありません。先に修正してください</translation>
    </message>
    <message>
        <source>the servers in the file stand in the way; change it by hand</source>
        <translation>ファイル内のサーバーが妨げになっています。手動で変更してください</translation>
    </message>
    <message>
        <source>put the file right first: {problem}</source>
        <translation>先にファイルを修正してください: {problem}</translation>
    </message>
    <message>
        <source>the change would harm other settings; change the file by hand</source>
        <translation>この変更はほかの設定に影響します。ファイルを手動で変更してください</translation>
    </message>
    <message>
        <source>the file would be longer than {size} KiB</source>
        <translation>ファイルが {size} KiB を超えます</translation>
    </message>
    <message>
        <source>{setting} can&apos;t be taken out of its table; change it by hand</source>
        <translation>{setting} をテーブルから取り除けません。手動で変更してください</translation>
    </message>
    <message>
        <source>{setting} is set by your organisation</source>
        <translation>{setting} は組織によって設定されています</translation>
    </message>
    <message>
        <source>{setting}: only an organisation&apos;s policy can set this</source>
        <translation>{setting}: この設定は組織のポリシーでのみ指定できます</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: {reason}</source>
        <translation>ファイルに書き込めません: {reason}</translation>
    </message>
    <message>
        <source>the file can&apos;t be written: it holds characters that UTF-8 has not</source>
        <translation>ファイルに書き込めません: UTF-8 にない文字が含まれています</translation>
    </message>
    <message>
        <source>{table} is no table in the file; put that right first</source>
        <translation>ファイルの {table} がテーブルではありません。先に修正してください</translation>
    </message>
    <message>
        <source>there is no {table} table in it</source>
        <translation>{table} テーブルがありません</translation>
    </message>
    <message>
        <source>the file is empty, or is gone</source>
        <translation>ファイルが空か、なくなっています</translation>
    </message>
    <message>
        <source>it is neither JSON nor TOML</source>
        <translation>JSON でも TOML でもありません</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>途中で終わっています</translation>
    </message>
    <message>
        <source>nothing was pasted</source>
        <translation>貼り付ける内容がありません</translation>
    </message>
    <message>
        <source>the text is longer than {limit} characters</source>
        <translation>テキストが {limit} 文字を超えています</translation>
    </message>
    <message>
        <source>there is no TURN address in it: a URL that begins with turn: or turns:</source>
        <translation>TURN アドレス（turn: または turns: で始まる URL）が含まれていません</translation>
    </message>
    <message>
        <source>its credentialType is not &quot;password&quot;, the only one supported</source>
        <translation>credentialType が、唯一対応している &quot;password&quot; ではありません</translation>
    </message>
    <message>
        <source>it holds characters that are not Unicode text</source>
        <translation>Unicode テキストではない文字が含まれています</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>it is not an RTCIceServer: {reason}</source>
        <translation>RTCIceServer ではありません: {reason}</translation>
    </message>
    <message>
        <source>{place}: {problem}</source>
        <translation>{place}: {problem}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}、{line} 行目</translation>
    </message>
    <message>
        <source>{place}: {setting}: {problem}</source>
        <translation>{place}: {setting}: {problem}</translation>
    </message>
    <message>
        <source>only an organisation&apos;s policy can set this</source>
        <translation>この設定は組織のポリシーでのみ指定できます</translation>
    </message>
    <message>
        <source>{unknown}; expected one of {names}</source>
        <translation>{unknown}。指定できる名前: {names}</translation>
    </message>
    <message>
        <source>expected a code, or a table for a language like &quot;de&quot; or &quot;pt-BR&quot;</source>
        <translation>コード、または &quot;de&quot; や &quot;pt-BR&quot; のような言語のテーブルを指定してください</translation>
    </message>
    <message>
        <source>expected tables that begin with [[{table}]], with two brackets</source>
        <translation>二重の角括弧を使い、[[{table}]] で始まるテーブルを記述してください</translation>
    </message>
    <message>
        <source>expected a username beside it; this server is left out</source>
        <translation>username も指定してください。このサーバーは除外します</translation>
    </message>
    <message>
        <source>expected {expected}, found an empty list</source>
        <translation>指定できる値: {expected}（実際の値: 空のリスト）</translation>
    </message>
    <message>
        <source>expected at least one address that can be used; this server is left out</source>
        <translation>使用できるアドレスを 1 つ以上指定してください。このサーバーは除外します</translation>
    </message>
    <message>
        <source>a secret never stands in this file: delete this line, then store the secret with call-notifier config password URL, or name an environment variable in password-env</source>
        <translation>このファイルにはシークレットを記述できません。この行を削除し、call-notifier config password URL でシークレットをキーリングに保存するか、password-env で環境変数を指定してください</translation>
    </message>
    <message>
        <source>{unknown}; did you mean {name}?</source>
        <translation>{unknown}。{name} のことですか？</translation>
    </message>
    <message>
        <source>more than {limit} dots on one line; the file is not used</source>
        <translation>1 行にドットが {limit} 個を超えています。このファイルは使用しません</translation>
    </message>
    <message>
        <source>values are nested too deeply; the file is not used</source>
        <translation>値の入れ子が深すぎます。このファイルは使用しません</translation>
    </message>
    <message>
        <source>no TOML: {reason}; the file is not used</source>
        <translation>TOML ではありません: {reason}。このファイルは使用しません</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits; the file is not used</source>
        <translation>数千桁の整数が含まれています。このファイルは使用しません</translation>
    </message>
    <message>
        <source>{problem}; the file is not used</source>
        <translation>{problem}。このファイルは使用しません</translation>
    </message>
    <message>
        <source>longer than {size} KiB</source>
        <translation>{size} KiB を超えています</translation>
    </message>
    <message>
        <source>no setting of this name</source>
        <translation>この名前の設定はありません</translation>
    </message>
    <message>
        <source>expected at most {limit} servers; this one and the rest are left out</source>
        <translation>サーバーは最大 {limit} 個です。これ以降のサーバーは除外します</translation>
    </message>
    <message>
        <source>expected urls in it; this server is left out</source>
        <translation>urls を指定してください。このサーバーは除外します</translation>
    </message>
    <message>
        <source>expected at most {limit} addresses; this one and the rest are left out</source>
        <translation>アドレスは最大 {limit} 個です。これ以降のアドレスは除外します</translation>
    </message>
    <message>
        <source>stands in server {number} already; left out here</source>
        <translation>サーバー {number} にすでに含まれているため、ここでは除外します</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [[{table}]]</source>
        <translation>{unknown}（この場所）。[[{table}]] に記述してください</translation>
    </message>
    <message>
        <source>no TOML: {reason} (column {column}); the file is not used</source>
        <translation>TOML ではありません: {reason}（{column} 文字目）。このファイルは使用しません</translation>
    </message>
    <message>
        <source>no TOML: {reason} (end of the file); the file is not used</source>
        <translation>TOML ではありません: {reason}（ファイルの末尾）。このファイルは使用しません</translation>
    </message>
    <message>
        <source>expected a file, found a directory</source>
        <translation>ファイルではなく、ディレクトリです</translation>
    </message>
    <message>
        <source>expected an ordinary file</source>
        <translation>通常のファイルを指定してください</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>読み取れません: {reason}</translation>
    </message>
    <message>
        <source>expected UTF-8 text</source>
        <translation>UTF-8 のテキストではありません</translation>
    </message>
    <message>
        <source>the list of versions is longer than {size} KiB</source>
        <translation>バージョン一覧が {size} KiB を超えています</translation>
    </message>
    <message>
        <source>version in the list of versions is not of the form 0.3.0</source>
        <translation>バージョン一覧の version が 0.3.0 の形式ではありません</translation>
    </message>
    <message>
        <source>url in the list of versions is no https address</source>
        <translation>バージョン一覧の url が https のアドレスではありません</translation>
    </message>
    <message>
        <source>published in the list of versions is no day like 2026-11-20</source>
        <translation>バージョン一覧の published が 2026-11-20 のような日付ではありません</translation>
    </message>
    <message>
        <source>summary in the list of versions is no single line of {size} characters at most</source>
        <translation>バージョン一覧の summary が {size} 文字以内の 1 行のテキストではありません</translation>
    </message>
    <message>
        <source>the list of versions cannot be read: {reason}</source>
        <translation>バージョン一覧を読み取れません: {reason}</translation>
    </message>
    <message>
        <source>the list of versions cannot be fetched: {reason}</source>
        <translation>バージョン一覧を取得できません: {reason}</translation>
    </message>
    <message>
        <source>the address of the list of versions is no https address</source>
        <translation>バージョン一覧のアドレスが https のアドレスではありません</translation>
    </message>
    <message>
        <source>the server of the list of versions sends on to another place</source>
        <translation>バージョン一覧のサーバーが別の場所へリダイレクトしています</translation>
    </message>
    <message>
        <source>the server of the list of versions answers with status {number}</source>
        <translation>バージョン一覧のサーバーがステータス {number} を返しました</translation>
    </message>
    <message>
        <source>the certificate of the server of the list of versions: {reason}</source>
        <translation>バージョン一覧のサーバーの証明書: {reason}</translation>
    </message>
    <message>
        <source>no setting of a server of this name</source>
        <translation>サーバーにこの名前の設定はありません</translation>
    </message>
    <message>
        <source>{unknown} here; it belongs into [{table}]</source>
        <translation>{unknown}（この場所）。[{table}] に記述してください</translation>
    </message>
    <message>
        <source>no table of this name</source>
        <translation>この名前のテーブルはありません</translation>
    </message>
    <message>
        <source>expected a table: [{table}] on a line of its own</source>
        <translation>テーブルとして、[{table}] を単独の行に記述してください</translation>
    </message>
    <message>
        <source>{problem}; this server is left out</source>
        <translation>{problem}。このサーバーは除外します</translation>
    </message>
    <message>
        <source>more than {limit} files; this one and the rest are not used</source>
        <translation>ファイルが {limit} 個を超えています。これ以降のファイルは使用しません</translation>
    </message>
    <message>
        <source>{name} is no number of JSON</source>
        <translation>{name} は JSON の数値ではありません</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>{what} does not belong to user {number}</source>
        <translation>{what} の所有者がユーザー {number} ではありません</translation>
    </message>
    <message>
        <source>others than its owner can write to {what}; set its mode to go-w</source>
        <translation>所有者以外も {what} に書き込めます。モードを go-w に設定してください</translation>
    </message>
    <message>
        <source>no JSON: {reason} (column {column})</source>
        <translation>JSON ではありません: {reason}（{column} 文字目）</translation>
    </message>
    <message>
        <source>expected an object: {example}</source>
        <translation>オブジェクトを指定してください: {example}</translation>
    </message>
    <message>
        <source>a name stands twice in one object</source>
        <translation>1 つのオブジェクトに同じ名前が 2 度現れます</translation>
    </message>
    <message>
        <source>expected mandatory or default; what stands in it is left out</source>
        <translation>mandatory または default を指定してください。その中の内容は除外します</translation>
    </message>
    <message>
        <source>{what} does not belong to root</source>
        <translation>{what} の所有者が root ではありません</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>values are nested too deeply</source>
        <translation>値の入れ子が深すぎます</translation>
    </message>
    <message>
        <source>a whole number of thousands of digits</source>
        <translation>数千桁の整数が含まれています</translation>
    </message>
    <message>
        <source>expected an object of tables, like {example}</source>
        <translation>{example} のように、テーブルのオブジェクトを指定してください</translation>
    </message>
    <message>
        <source>The call server can be reached but passes no data on. Tell whoever runs it; nothing on this computer can fix that.</source>
        <translation>通話サーバーに接続できますが、データが中継されません。サーバーの管理者に連絡してください。このコンピューター側では解決できません。</translation>
    </message>
    <message>
        <source>This test went to the demonstration relay on this computer and says nothing about your network. Enter a TURN server in the settings.</source>
        <translation>このテストはこのコンピューター上のデモ用リレーに対して行われたため、実際のネットワークの状態は分かりません。設定で TURN サーバーを入力してください。</translation>
    </message>
    <message>
        <source>it is set for everybody on this computer by its administrator</source>
        <translation>管理者によって、このコンピューターの全ユーザー向けに設定されています</translation>
    </message>
    <message>
        <source>The process that collects gave an answer that makes no sense: {reason}</source>
        <translation>情報を収集するプロセスの応答が正しくありません: {reason}</translation>
    </message>
    <message>
        <source>another test is running</source>
        <translation>別のテストが実行中です</translation>
    </message>
    <message>
        <source>Another version of this program was installed, and cannot be started: {reason}. Nothing is tested until it is installed once more.</source>
        <translation>このプログラムの別のバージョンがインストールされましたが、起動できません（{reason}）。もう一度インストールするまで、テストは行われません。</translation>
    </message>
    <message>
        <source>it ended with status {status}</source>
        <translation>終了ステータス {status} で終了しました</translation>
    </message>
    <message>
        <source>it did not answer within {limit} s</source>
        <translation>{limit} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>the test failed for a reason that is in the log</source>
        <translation>テストが失敗しました。理由はログにあります</translation>
    </message>
    <message>
        <source>the test was cancelled</source>
        <translation>テストが中止されました</translation>
    </message>
    <message>
        <source>an address like &quot;https://name.example.com/path&quot;; plain http only to this computer itself</source>
        <translation>&quot;https://name.example.com/path&quot; のようなアドレス（暗号化なしの http はこのコンピューター自身に限る）</translation>
    </message>
    <message>
        <source>line {number} is not as expected</source>
        <translation>{number} 行目が正しくありません</translation>
    </message>
    <message>
        <source>The environment variable {name}</source>
        <translation>環境変数 {name}</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} gave an answer that makes no sense; the administrator has to see that {service} has the version of this program.</source>
        <translation>シークレット {name} を読み取るサービスの応答が正しくありません。管理者が {service} をこのプログラムと同じバージョンにする必要があります。</translation>
    </message>
    <message>
        <source>The secret in the key ring</source>
        <translation>キーリングのシークレット</translation>
    </message>
    <message>
        <source>No password is stored in the key ring for {names}: store it with call-notifier config password URL, or name an environment variable with password-env.</source>
        <translation>{names} のパスワードがキーリングにありません。call-notifier config password URL で保存するか、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>{what} is longer than {limit} characters.</source>
        <translation>{what} が {limit} 文字を超えています。</translation>
    </message>
    <message>
        <source>{what} holds a line break or another control character.</source>
        <translation>{what} に改行などの制御文字が含まれています。</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set.</source>
        <translation>環境変数 {name} が設定されていません。</translation>
    </message>
    <message>
        <source>expected a dictionary of tables</source>
        <translation>テーブルの辞書を指定してください</translation>
    </message>
    <message>
        <source>it is no property list</source>
        <translation>プロパティリストではありません</translation>
    </message>
    <message>
        <source>expected the servers&apos; settings in keys 1, 2 and so on below</source>
        <translation>サーバーの設定は、この下のキー 1、2、… に指定してください</translation>
    </message>
    <message>
        <source>expected keys with numbers as names; this one is left out</source>
        <translation>キーの名前は数字にしてください。このキーは除外します</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: this system has no secrets that only root can read. The administrator has to name an environment variable with password-env instead.</source>
        <translation>シークレット {name} を読み取れません。このシステムは、root だけが読み取れるシークレットに対応していません。代わりに、管理者が password-env で環境変数を指定する必要があります。</translation>
    </message>
    <message>
        <source>The secret</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>The key ring did not keep the secret. Name an environment variable with password-env instead.</source>
        <translation>キーリングがシークレットを保存しませんでした。代わりに、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>{what} is empty.</source>
        <translation>{what} が空です。</translation>
    </message>
    <message>
        <source>There is no secret {name} on this computer: the administrator has to write it into {file}, which only root can read.</source>
        <translation>このコンピューターにシークレット {name} がありません。root だけが読み取れる {file} に、管理者が書き込む必要があります。</translation>
    </message>
    <message>
        <source>Others than root can write to {folder}, so that no secret in it is used: the administrator has to make it root&apos;s, with mode 700.</source>
        <translation>root 以外も {folder} に書き込めるため、その中のシークレットは使用しません。管理者が所有者を root に、モードを 700 に設定する必要があります。</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to make {file} an ordinary file that belongs to root, with mode 600.</source>
        <translation>シークレット {name} は使用しません。管理者が {file} を、root が所有するモード 600 の通常のファイルにする必要があります。</translation>
    </message>
    <message>
        <source>The secret {name} is not used: the administrator has to write one line of at most {limit} characters into {file}.</source>
        <translation>シークレット {name} は使用しません。管理者が {file} に、{limit} 文字以内の 1 行を書き込む必要があります。</translation>
    </message>
    <message>
        <source>The secret {name} is not given out: the administrator has to name it as secret-file where it is used, in a policy that this computer has in force.</source>
        <translation>シークレット {name} は提供されません。管理者が、このコンピューターで有効なポリシーで、使用する箇所の secret-file に指定する必要があります。</translation>
    </message>
    <message>
        <source>The secret {name} is not given out, because it is shared with a TURN server: the administrator has to use another one here.</source>
        <translation>シークレット {name} は TURN サーバーとの共有シークレットであるため、提供されません。ここでは、管理者が別のシークレットを使用する必要があります。</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} is asked too often; the next test asks again.</source>
        <translation>シークレット {name} を読み取るサービスへの要求が多すぎます。次のテストで再び要求します。</translation>
    </message>
    <message>
        <source>The secret {name} can&apos;t be read: the administrator finds the reason in the log of {service}.</source>
        <translation>シークレット {name} を読み取れません。理由は、管理者が {service} のログで確認できます。</translation>
    </message>
    <message>
        <source>There is no key ring on this system. Name an environment variable with password-env instead.</source>
        <translation>このシステムにはキーリングがありません。代わりに、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>The key ring did not answer within {seconds} s; it may be locked: unlock it, or name an environment variable with password-env.</source>
        <translation>キーリングが {seconds} 秒以内に応答しませんでした。ロックされている可能性があります。ロックを解除するか、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>The key ring can&apos;t be used ({kind}). Name an environment variable with password-env instead.</source>
        <translation>キーリングを使用できません（{kind}）。代わりに、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} did not answer within {seconds} s; the administrator finds the reason in the log of {service}.</source>
        <translation>シークレット {name} を読み取るサービスが {seconds} 秒以内に応答しませんでした。理由は、管理者が {service} のログで確認できます。</translation>
    </message>
    <message>
        <source>The service that reads the secret {name} does not run: the administrator has to start {service}.</source>
        <translation>シークレット {name} を読み取るサービスが動作していません。管理者が {service} を起動する必要があります。</translation>
    </message>
    <message>
        <source>The key ring is locked or can&apos;t be opened: unlock it, or name an environment variable with password-env.</source>
        <translation>キーリングがロックされているか、開けません。ロックを解除するか、password-env で環境変数を指定してください。</translation>
    </message>
    <message>
        <source>a host name like &quot;meet.example.com&quot; or &quot;*.example.com&quot;</source>
        <translation>&quot;meet.example.com&quot; や &quot;*.example.com&quot; のようなホスト名</translation>
    </message>
    <message>
        <source>an origin like &quot;https://meet.example.com&quot;, &quot;http://localhost:8080&quot;, &quot;file://&quot; or &quot;app://name&quot;</source>
        <translation>&quot;https://meet.example.com&quot;、&quot;http://localhost:8080&quot;、&quot;file://&quot;、&quot;app://name&quot; のようなオリジン</translation>
    </message>
    <message>
        <source>expected {expected}, without scheme, port and path</source>
        <translation>指定できる値: {expected}（スキーム、ポート、パスなし）</translation>
    </message>
    <message>
        <source>expected {expected}; every site is watch = &quot;all&quot;</source>
        <translation>指定できる値: {expected}。すべてのサイトを対象にするには、watch = &quot;all&quot; とします</translation>
    </message>
    <message>
        <source>expected {expected}: scheme, host and port, without a path</source>
        <translation>指定できる値: {expected}（スキーム、ホスト、ポートのみで、パスなし）</translation>
    </message>
    <message>
        <source>expected {expected}, with a port from 1 to 65535</source>
        <translation>指定できる値: {expected}（ポートは 1～65535）</translation>
    </message>
    <message>
        <source>expected {expected}, other letters in their ASCII form (xn--…)</source>
        <translation>指定できる値: {expected}。ほかの文字は ASCII 形式（xn--…）で指定してください</translation>
    </message>
    <message>
        <source>expected {expected}, or a whole IP address</source>
        <translation>指定できる値: {expected}、または完全な IP アドレス</translation>
    </message>
    <message>
        <source>a TURN address holds no user name or password, and no @</source>
        <translation>TURN アドレスにユーザー名、パスワード、@を含めることはできません</translation>
    </message>
    <message>
        <source>{text} is not a TURN address like turn:host:3478?transport=udp or turns:host:443</source>
        <translation>{text} は、turn:host:3478?transport=udp や turns:host:443 のような TURN アドレスではありません</translation>
    </message>
    <message>
        <source>{text}: the port must be from 1 to 65535</source>
        <translation>{text}: ポートは 1～65535 で指定してください</translation>
    </message>
    <message>
        <source>{text}: the transport must be udp or tcp, not {transport}</source>
        <translation>{text}: トランスポートは {transport} ではなく、udp または tcp で指定してください</translation>
    </message>
    <message>
        <source>{text}: {host} is not a host name</source>
        <translation>{text}: {host} はホスト名ではありません</translation>
    </message>
    <message>
        <source>{text}: turns over udp (DTLS) is not supported; use tcp</source>
        <translation>{text}: UDP 上の turns（DTLS）には対応していません。tcp を使用してください</translation>
    </message>
    <message>
        <source>{text}: {host} is not an IPv6 address</source>
        <translation>{text}: {host} は IPv6 アドレスではありません</translation>
    </message>
</context>
<context>
    <name>freedesktop</name>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>headline</name>
    <message>
        <source>Paused until you resume</source>
        <translation>再開するまで一時停止中</translation>
    </message>
    <message>
        <source>Paused until {time}</source>
        <translation>{time} まで一時停止中</translation>
    </message>
    <message>
        <source>{sentence}. Neither a microphone nor a camera was found</source>
        <translation>{sentence}。マイクもカメラも見つかりませんでした</translation>
    </message>
    <message>
        <source>Demonstration: {sentence}</source>
        <translation>デモ: {sentence}</translation>
    </message>
    <message>
        <source>Not sure yet</source>
        <translation>まだ確実ではありません</translation>
    </message>
    <message>
        <source>Not sure yet, testing again</source>
        <translation>まだ確実ではないため、再テストします</translation>
    </message>
    <message>
        <source>demonstration relay: this is not your network</source>
        <translation>デモ用リレー: 実際のネットワークではありません</translation>
    </message>
    <message>
        <source>{sentence}, at {time}</source>
        <translation>{sentence}（{time}）</translation>
    </message>
    <message>
        <source>tomorrow, {time}</source>
        <translation>明日 {time}</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>まだテストしていません</translation>
    </message>
    <message>
        <source>Testing the network: {percent} %</source>
        <translation>ネットワークをテスト中: {percent}%</translation>
    </message>
</context>
<context>
    <name>joined</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
    <message>
        <source>{before} {sentence}</source>
        <translation>{before}{sentence}</translation>
    </message>
</context>
<context>
    <name>last_day</name>
    <message>
        <source>Nothing was tested</source>
        <translation>テストなし</translation>
    </message>
    <message>
        <source>{state} {percent}</source>
        <translation>{state} {percent}</translation>
    </message>
    <message>
        <source>Calls: {count}</source>
        <translation>通話: {count}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}</source>
        <translation>過去 24 時間: {states}</translation>
    </message>
    <message>
        <source>Last 24 hours: {states}; worst at {time}</source>
        <translation>過去 24 時間: {states}。最も悪かったのは {time}</translation>
    </message>
</context>
<context>
    <name>meaning</name>
    <message>
        <source>Good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>Limited</source>
        <translation>制限あり</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>Good, perhaps minor issues</source>
        <translation>良い（時々乱れ）</translation>
    </message>
    <message>
        <source>Thumbnail only</source>
        <translation>サムネイルのみ</translation>
    </message>
    <message>
        <source>Poor quality</source>
        <translation>品質はやや悪い</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Not in good quality</source>
        <translation>高品質は不可</translation>
    </message>
    <message>
        <source>Not enough bandwidth</source>
        <translation>帯域幅不足</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>遅れる</translation>
    </message>
    <message>
        <source>Breaks up</source>
        <translation>途切れる</translation>
    </message>
    <message>
        <source>Freezes</source>
        <translation>止まる</translation>
    </message>
    <message>
        <source>Hardly possible</source>
        <translation>ほぼ不可</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音声</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>映像</translation>
    </message>
    <message>
        <source>Screen sharing</source>
        <translation>画面共有</translation>
    </message>
</context>
<context>
    <name>message</name>
    <message>
        <source>This network keeps changing. You are told again when it has been steady for a while.</source>
        <translation>このネットワークは変化を繰り返しています。しばらく安定したら、もう一度お知らせします。</translation>
    </message>
    <message>
        <source>It was not good for {duration}.</source>
        <translation>良くない状態が {duration} 続きました。</translation>
    </message>
    <message>
        <source>Until then nothing is known of the network.</source>
        <translation>それまで、ネットワークの状態は分かりません。</translation>
    </message>
    <message>
        <source>Quiet for today</source>
        <translation>今日は通知しない</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>対処方法</translation>
    </message>
    <message>
        <source>The call server has no relay left</source>
        <translation>通話サーバーのリレーに空きがありません</translation>
    </message>
    <message>
        <source>The call server refuses the password</source>
        <translation>通話サーバーがパスワードを拒否しています</translation>
    </message>
    <message>
        <source>Good again: {summary}</source>
        <translation>回復しました: {summary}</translation>
    </message>
    <message>
        <source>Unstable: {summary}</source>
        <translation>不安定: {summary}</translation>
    </message>
    <message>
        <source>Not connected to any network</source>
        <translation>どのネットワークにも接続されていません</translation>
    </message>
    <message>
        <source>Sign in to the network first</source>
        <translation>最初にネットワークにサインインしてください</translation>
    </message>
    <message>
        <source>{word}: {summary}</source>
        <translation>{word}: {summary}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 時間 {minutes} 分</translation>
    </message>
</context>
<context>
    <name>pause</name>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;30 minutes</source>
        <translation>30 分(&amp;3)</translation>
    </message>
    <message>
        <source>1 &amp;hour</source>
        <translation>1 時間(&amp;H)</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow</source>
        <translation>明日まで(&amp;T)</translation>
    </message>
    <message>
        <source>Until &amp;resumed</source>
        <translation>再開するまで(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
</context>
<context>
    <name>said</name>
    <message>
        <source>Not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>The call server refuses the user name or password, so the network could not be tested</source>
        <translation>通話サーバーがユーザー名またはパスワードを拒否したため、ネットワークをテストできませんでした</translation>
    </message>
    <message>
        <source>The call server has no relay left for you, so the network could not be tested</source>
        <translation>通話サーバーのリレーに空きがないため、ネットワークをテストできませんでした</translation>
    </message>
    <message>
        <source>The call server let nobody in, so the network could not be tested</source>
        <translation>通話サーバーが接続を受け付けなかったため、ネットワークをテストできませんでした</translation>
    </message>
</context>
<context>
    <name>server_list</name>
    <message>
        <source>Check that web pages open. If they do, a firewall may hold this way up.</source>
        <translation>Web ページを開けるか確認してください。開ける場合は、ファイアウォールがこの経路を遮断している可能性があります。</translation>
    </message>
    <message>
        <source>Check the address in the settings, or ask whoever runs it.</source>
        <translation>設定でアドレスを確認するか、サーバーの管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>Check its spelling in the settings.</source>
        <translation>設定で綴りを確認してください。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and tell whoever runs the server.</source>
        <translation>このコンピューターの時計を確認し、サーバーの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Check them in the settings, or ask whoever gave them to you.</source>
        <translation>設定で確認するか、発行元に問い合わせてください。</translation>
    </message>
    <message>
        <source>Tell whoever runs it.</source>
        <translation>サーバーの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Close other calls and try again, or ask whoever runs it for more.</source>
        <translation>ほかの通話を終了してもう一度試すか、サーバーの管理者に上限の引き上げを依頼してください。</translation>
    </message>
    <message>
        <source>Check the address in the settings.</source>
        <translation>設定でアドレスを確認してください。</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>未テスト</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>動作</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Works, {time} there and back</source>
        <translation>動作、往復 {time}</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Time between tests</source>
        <translation>テストの間隔</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分</translation>
    </message>
    <message>
        <source>Longer or shorter by chance</source>
        <translation>間隔のランダムな増減</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Data budget</source>
        <translation>データ量の上限</translation>
    </message>
    <message>
        <source> MB a day</source>
        <translation> MB/日</translation>
    </message>
    <message>
        <source>nothing by itself</source>
        <translation>自動テストなし</translation>
    </message>
    <message>
        <source>Where data is paid for by volume</source>
        <translation>従量制の接続でのテスト</translation>
    </message>
    <message>
        <source>Light tests only</source>
        <translation>軽量テストのみ</translation>
    </message>
    <message>
        <source>All tests</source>
        <translation>すべてのテスト</translation>
    </message>
    <message>
        <source>No tests</source>
        <translation>テストなし</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>通知を表示</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>通知しない時間帯</translation>
    </message>
    <message>
        <source>Quiet while the desktop asks for it</source>
        <translation>デスクトップの設定に従って通知を控える</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Icons in the panel</source>
        <translation>パネルのアイコン</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>カラー</translation>
    </message>
    <message>
        <source>In one colour</source>
        <translation>単色</translation>
    </message>
    <message>
        <source>Keep tests and calls for</source>
        <translation>テストと通話の保存期間</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>無期限</translation>
    </message>
    <message>
        <source>Page that shows whether a sign-in is needed</source>
        <translation>サインインの要否を確認するページ</translation>
    </message>
    <message>
        <source>Learn from calls</source>
        <translation>通話から学習</translation>
    </message>
    <message>
        <source>The organisation&apos;s own model</source>
        <translation>組織独自のモデル</translation>
    </message>
    <message>
        <source>Watch calls</source>
        <translation>通話の検出</translation>
    </message>
    <message>
        <source>Calls in the browser</source>
        <translation>ブラウザーでの通話</translation>
    </message>
    <message>
        <source>All web pages</source>
        <translation>すべての Web ページ</translation>
    </message>
    <message>
        <source>Only those listed</source>
        <translation>リストにあるもののみ</translation>
    </message>
    <message>
        <source>No web pages</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Web pages, one a line</source>
        <translation>Web ページ（1 行に 1 つ）</translation>
    </message>
    <message>
        <source>Applications that report by themselves, one a line</source>
        <translation>自分で通話を報告するアプリケーション（1 行に 1 つ）</translation>
    </message>
    <message>
        <source>Port for those applications</source>
        <translation>上記アプリケーション用のポート</translation>
    </message>
    <message>
        <source>Keep session descriptions</source>
        <translation>セッション記述を保存</translation>
    </message>
    <message>
        <source>Ask after a call how it was</source>
        <translation>通話後に評価を尋ねる</translation>
    </message>
    <message>
        <source>Databases of places, one file a line</source>
        <translation>場所のデータベース（1 行に 1 ファイル）</translation>
    </message>
    <message>
        <source>Tell me of newer versions</source>
        <translation>新しいバージョンを知らせる</translation>
    </message>
    <message>
        <source>List of versions</source>
        <translation>バージョン一覧</translation>
    </message>
    <message>
        <source>Figures are sent to</source>
        <translation>統計データの送信先</translation>
    </message>
    <message>
        <source>Time between two sends</source>
        <translation>送信の間隔</translation>
    </message>
    <message>
        <source>What the figures say of this computer</source>
        <translation>統計データに含めるこのコンピューターの情報</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>A random number</source>
        <translation>ランダムな番号</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>コンピューター名</translation>
    </message>
    <message>
        <source>Its name and yours</source>
        <translation>コンピューター名とユーザー名</translation>
    </message>
    <message>
        <source>Said along with the figures</source>
        <translation>統計データに添える情報</translation>
    </message>
    <message>
        <source>Variable that holds the token</source>
        <translation>トークンを格納した変数</translation>
    </message>
    <message>
        <source>Secret that holds the token</source>
        <translation>トークンを格納したシークレット</translation>
    </message>
    <message>
        <source>Certificates for the collector</source>
        <translation>コレクター用の証明書</translation>
    </message>
    <message>
        <source>Figures are written to the folder</source>
        <translation>統計データを書き込むフォルダー</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Name of a server</source>
        <translation>サーバーの名前</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>Password or shared secret</source>
        <translation>パスワードまたは共有シークレット</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Shared secret (TURN REST)</source>
        <translation>共有シークレット（TURN REST）</translation>
    </message>
    <message>
        <source>Variable that holds the password</source>
        <translation>パスワードを格納した変数</translation>
    </message>
    <message>
        <source>Secret that holds the password</source>
        <translation>パスワードを格納したシークレット</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>信頼する証明書</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>Tests and data</source>
        <translation>テストとデータ</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>外観と言語</translation>
    </message>
    <message>
        <source>Your calls</source>
        <translation>通話</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>通知の文</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細設定</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>ログイン時の起動</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>ブラウザー</translation>
    </message>
    <message>
        <source>Data used by tests</source>
        <translation>テストによるデータ使用量</translation>
    </message>
    <message>
        <source>TURN STUN ICE relay password secret login account host</source>
        <translation>TURN STUN ICE リレー 中継 パスワード シークレット ログイン アカウント ホスト</translation>
    </message>
    <message>
        <source>how often frequency schedule every minutes</source>
        <translation>頻度 回数 スケジュール 何分ごと 分 間隔</translation>
    </message>
    <message>
        <source>traffic volume limit megabytes cost cap</source>
        <translation>通信量 容量 制限 メガバイト 料金 上限</translation>
    </message>
    <message>
        <source>mobile cellular hotspot tethering roaming</source>
        <translation>モバイル 携帯 ホットスポット テザリング ローミング</translation>
    </message>
    <message>
        <source>random jitter variation</source>
        <translation>ランダム ばらつき 変動</translation>
    </message>
    <message>
        <source>hotel captive portal log-in hotspot</source>
        <translation>ホテル キャプティブポータル サインイン ログイン ホットスポット</translation>
    </message>
    <message>
        <source>traffic volume megabytes today this month usage</source>
        <translation>通信量 容量 メガバイト 今日 今月 使用量</translation>
    </message>
    <message>
        <source>mute pop-ups alerts messages silence</source>
        <translation>ミュート ポップアップ アラート メッセージ 消音</translation>
    </message>
    <message>
        <source>night mute silence evening</source>
        <translation>夜 ミュート 消音 夕方</translation>
    </message>
    <message>
        <source>DND focus full screen presentation mute</source>
        <translation>応答不可 おやすみモード 集中モード 全画面 プレゼンテーション ミュート</translation>
    </message>
    <message>
        <source>update upgrade release</source>
        <translation>更新 アップデート アップグレード リリース</translation>
    </message>
    <message>
        <source>translation English locale</source>
        <translation>翻訳 日本語 英語 ロケール</translation>
    </message>
    <message>
        <source>tray dark light theme monochrome black white colour color</source>
        <translation>トレイ ダーク ライト テーマ モノクロ 黒 白 色</translation>
    </message>
    <message>
        <source>autostart start-up startup boot automatically login</source>
        <translation>自動起動 スタートアップ 自動的 ログイン</translation>
    </message>
    <message>
        <source>privacy monitor meetings extension</source>
        <translation>プライバシー モニター 会議 拡張機能 監視</translation>
    </message>
    <message>
        <source>privacy websites extension add-on</source>
        <translation>プライバシー Web サイト 拡張機能 アドオン</translation>
    </message>
    <message>
        <source>privacy websites domains allow list</source>
        <translation>プライバシー Web サイト ドメイン 許可リスト</translation>
    </message>
    <message>
        <source>extension add-on Firefox Chrome Edge register</source>
        <translation>拡張機能 アドオン Firefox Chrome Edge 登録</translation>
    </message>
    <message>
        <source>feedback rating stars survey question</source>
        <translation>フィードバック 評価 星 アンケート 質問</translation>
    </message>
    <message>
        <source>privacy machine learning</source>
        <translation>プライバシー 機械学習</translation>
    </message>
    <message>
        <source>texts wording messages notifications language</source>
        <translation>テキスト 文面 メッセージ 通知 言語</translation>
    </message>
    <message>
        <source>delete storage privacy disk months</source>
        <translation>削除 保存 プライバシー ディスク 月</translation>
    </message>
    <message>
        <source>GeoIP location city country provider</source>
        <translation>GeoIP 場所 都市 国 プロバイダー</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>The connectivity test that runs by itself.</source>
        <translation>自動的に行われる接続テストです。</translation>
    </message>
    <message>
        <source>Time from the end of one test to the start of the next.</source>
        <translation>テストの終了から次のテストの開始までの時間です。</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>How much data tests may cost in any 24 hours, sent and received together. Tests by themselves keep within it: they come less often, then without loading the line, then not at all. Tests you ask for are always made, and count. With 0 no test runs by itself.</source>
        <translation>24 時間あたりにテストで使用できるデータ量です（送受信の合計）。自動テストはこの範囲に収まるように、まず間隔を広げ、次に回線に負荷をかけないテストになり、最後には行われなくなります。手動でのテストは常に行われ、使用量に加算されます。0 にすると、自動テストは行われません。</translation>
    </message>
    <message>
        <source>megabytes</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>What tests by themselves may do where data is paid for by volume: only light ones that do not load the line, full ones too, or none.</source>
        <translation>従量制の接続で、自動テストに許可する内容です。回線に負荷をかけない軽量テストのみ、フルテストも可、またはテストなしから選びます。</translation>
    </message>
    <message>
        <source>What the desktop shows when the network changes.</source>
        <translation>ネットワークが変化したときにデスクトップに表示する内容です。</translation>
    </message>
    <message>
        <source>Whether notifications are shown; icon and history go on without them.</source>
        <translation>通知を表示するかどうかです。オフにしても、アイコンと履歴はそのまま機能します。</translation>
    </message>
    <message>
        <source>A time of each day, by the local clock, in which nothing is told; what changed then is told afterwards, if it still holds.</source>
        <translation>毎日、通知を行わない時間帯です（ローカル時刻）。その間に起きた変化は、後でも続いている場合に限り、終了後に通知します。</translation>
    </message>
    <message>
        <source>Whether nothing is told while the desktop asks for quiet: do not disturb, a program that fills the screen, a screen that is shared. It is told afterwards.</source>
        <translation>応答不可モード、全画面表示のプログラム、画面共有など、デスクトップが通知を控えるよう求めている間、通知を行わないかどうかです。内容は後で通知します。</translation>
    </message>
    <message>
        <source>How the program looks.</source>
        <translation>プログラムの外観です。</translation>
    </message>
    <message>
        <source>The language of windows and notifications; without one it is the system&apos;s.</source>
        <translation>ウィンドウと通知の言語です。指定がない場合は、システムの言語を使用します。</translation>
    </message>
    <message>
        <source>Icons in colour, or in the one colour that goes with the panel; their shapes tell the states apart in both.</source>
        <translation>アイコンをカラーで表示するか、パネルに合わせた単色で表示するかです。どちらの場合も、状態は形で区別できます。</translation>
    </message>
    <message>
        <source>What is remembered.</source>
        <translation>保存する内容です。</translation>
    </message>
    <message>
        <source>Tests and calls older than this are deleted; 0 keeps them for ever.</source>
        <translation>これより古いテストと通話は削除されます。0 にすると、無期限に保存します。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>A model that was trained on the organisation&apos;s own calls, asked instead of the program&apos;s own; where it can&apos;t be used, that one is.</source>
        <translation>組織の通話で学習したモデルです。プログラム標準のモデルの代わりに使用します。使用できない場合は、標準のモデルを使用します。</translation>
    </message>
    <message>
        <source>Whether applications and the browser extension may report calls. Otherwise the program knows of none.</source>
        <translation>アプリケーションとブラウザーの拡張機能が通話を報告できるかどうかです。オフの場合、プログラムは通話を認識しません。</translation>
    </message>
    <message>
        <source>Which web pages&apos; calls the browser extension reports: of all sites, of those listed, or of none.</source>
        <translation>ブラウザーの拡張機能が、どの Web ページの通話を報告するかです。すべてのサイト、リストにあるサイトのみ、またはなしから選びます。</translation>
    </message>
    <message>
        <source>Hosts whose pages are watched where only listed ones are; a name that begins with *. stands for all hosts below it, and not for itself.</source>
        <translation>リストにあるものだけを対象にする場合に、通話を検出するページのホストです。*. で始まる名前は、その下のすべてのホストを表し、そのホスト自身は含みません。</translation>
    </message>
    <message>
        <source>The port of that WebSocket, on 127.0.0.1.</source>
        <translation>その WebSocket のポートです（127.0.0.1）。</translation>
    </message>
    <message>
        <source>Whether the session descriptions (SDP) that applications send are kept with the call; addresses of both sides stand in them.</source>
        <translation>アプリケーションが送信するセッション記述（SDP）を、通話とともに保存するかどうかです。双方のアドレスが含まれます。</translation>
    </message>
    <message>
        <source>Whether a window asks after a call how it was.</source>
        <translation>通話後に、評価を尋ねるウィンドウを表示するかどうかです。</translation>
    </message>
    <message>
        <source>The sentences of the notifications, by notification code.</source>
        <translation>通知コード別の、通知の文です。</translation>
    </message>
    <message>
        <source>MaxMind DB files; those that do not exist are passed over.</source>
        <translation>MaxMind DB ファイルです。存在しないファイルは無視します。</translation>
    </message>
    <message>
        <source>Whether you are told of newer versions; none is ever installed by itself.</source>
        <translation>新しいバージョンをお知らせするかどうかです。自動的にインストールされることはありません。</translation>
    </message>
    <message>
        <source>Whether to look once a day for a newer version, and to tell you where there is one.</source>
        <translation>新しいバージョンを 1 日 1 回確認し、見つかった場合にお知らせするかどうかです。</translation>
    </message>
    <message>
        <source>The list of versions that an organisation offers, as JSON; without one, what installed the program is asked.</source>
        <translation>組織が提供するバージョン一覧（JSON）です。指定がない場合は、パッケージマネージャーなど、プログラムのインストール元に問い合わせます。</translation>
    </message>
    <message>
        <source>Figures for an organisation&apos;s own monitoring; without a collector and a folder there are none.</source>
        <translation>組織の監視システム向けの統計データです。コレクターもフォルダーも指定しない場合、作成しません。</translation>
    </message>
    <message>
        <source>The collector that figures are sent to, by OTLP over HTTP; without one none are sent.</source>
        <translation>統計データを OTLP over HTTP で送信するコレクターです。指定がない場合は、送信しません。</translation>
    </message>
    <message>
        <source>Each wait is made longer or shorter by chance, by at most this part of it, so that many computers do not test at the same moment.</source>
        <translation>多数のコンピューターが同時にテストしないよう、待ち時間を毎回、最大でこの割合だけランダムに増減します。</translation>
    </message>
    <message>
        <source>A page that answers 204 (No Content) over plain HTTP. Where no server can be reached, it is fetched to see whether the network wants a sign-in first; without one, only the system is asked what it knows, and nothing is sent.</source>
        <translation>暗号化なしの HTTP で 204（No Content）を返すページです。どのサーバーにも接続できないとき、先にサインインが必要なネットワークかどうかを確認するために取得します。指定がない場合は、システムが持つ情報だけを参照し、何も送信しません。</translation>
    </message>
    <message>
        <source>How it is forecast what a call will be like.</source>
        <translation>通話の品質を予測する方法です。</translation>
    </message>
    <message>
        <source>Whether the next forecasts on a network are corrected by how your calls went there. What is learnt stays on this computer; it never makes a good forecast of a bad one, or the other way round, by itself.</source>
        <translation>ネットワーク上の通話の結果を、そこでの次回以降の予測の補正に使うかどうかです。学習した内容はこのコンピューターにのみ保存されます。学習だけで、良い予測が悪い予測に変わることも、その逆もありません。</translation>
    </message>
    <message>
        <source>Which of your calls the program watches.</source>
        <translation>プログラムが対象とする通話の範囲です。</translation>
    </message>
    <message>
        <source>Web and Electron applications that may report their calls by themselves, over a WebSocket on this computer, are told verdicts and may ask for tests. Without any there is no WebSocket.</source>
        <translation>このコンピューター上の WebSocket を通じて、自ら通話を報告できる Web アプリケーションと Electron アプリケーションです。判定の通知を受け、テストを要求できます。1 つも指定しない場合、WebSocket は使用しません。</translation>
    </message>
    <message>
        <source>Databases on this computer that tell provider, city and country from an address.</source>
        <translation>アドレスからプロバイダー、都市、国を調べる、このコンピューター上のデータベースです。</translation>
    </message>
    <message>
        <source>Time from one sending of figures to the next.</source>
        <translation>統計データを送信する間隔です。</translation>
    </message>
    <message>
        <source>What the figures say of where they come from: nothing, a random number of this installation, the computer&apos;s name, or that and the name of who is logged in.</source>
        <translation>統計データに含める送信元の情報です。なし、このインストールを表すランダムな番号、コンピューター名、またはコンピューター名とログイン中のユーザー名から選びます。</translation>
    </message>
    <message>
        <source>What an organisation says of this computer, sent along with all figures.</source>
        <translation>組織が定めるこのコンピューターの情報です。すべての統計データに添えて送信します。</translation>
    </message>
    <message>
        <source>The environment variable that holds the token for the collector.</source>
        <translation>コレクターのトークンを格納した環境変数です。</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that holds the token for the collector.</source>
        <translation>コレクターのトークンを格納した、root だけが読み取れるシークレットです。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for the collector beside the system&apos;s.</source>
        <translation>コレクターで、システムの証明書に加えて信頼する証明書（PEM）です。</translation>
    </message>
    <message>
        <source>The folder in which a file with the figures is kept for node_exporter&apos;s textfile collector; without one there is no file.</source>
        <translation>node_exporter の textfile コレクター用に、統計データのファイルを置くフォルダーです。指定がない場合、ファイルは作成しません。</translation>
    </message>
    <message>
        <source>A TURN server to test against; there may be several of these tables, each with two brackets.</source>
        <translation>テストに使用する TURN サーバーです。このテーブルは複数記述でき、それぞれ二重の角括弧で囲みます。</translation>
    </message>
    <message>
        <source>Addresses of the server as RFC 7065 writes them, each tested by itself.</source>
        <translation>RFC 7065 形式のサーバーのアドレスです。それぞれ個別にテストします。</translation>
    </message>
    <message>
        <source>The name people read; without one it is the host name.</source>
        <translation>表示用の名前です。指定がない場合は、ホスト名を使用します。</translation>
    </message>
    <message>
        <source>The user name for the server; without one no credentials are sent.</source>
        <translation>サーバーのユーザー名です。指定がない場合、認証情報は送信しません。</translation>
    </message>
    <message>
        <source>Whether the secret is the user&apos;s password, or shared with the server to make passwords that last an hour (TURN REST).</source>
        <translation>シークレットが、ユーザーのパスワードか、1 時間有効なパスワードを生成するためにサーバーと共有するもの（TURN REST）かを指定します。</translation>
    </message>
    <message>
        <source>The environment variable that holds the secret; without one the key ring is asked.</source>
        <translation>シークレットを格納した環境変数です。指定がない場合は、キーリングを参照します。</translation>
    </message>
    <message>
        <source>The secret, which only root can read, that the password or shared secret is taken from.</source>
        <translation>パスワードまたは共有シークレットを格納した、root だけが読み取れるシークレットです。</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust for turns: beside the system&apos;s.</source>
        <translation>turns: で、システムの証明書に加えて信頼する証明書（PEM）です。</translation>
    </message>
</context>
<context>
    <name>updates</name>
    <message>
        <source>Version {version} is installed. Quit Call Notifier and start it again to use it.</source>
        <translation>バージョン {version} がインストールされています。使用するには、Call Notifier を終了して、もう一度起動してください。</translation>
    </message>
    <message>
        <source>Version {version} is available. Your package manager installs it.</source>
        <translation>バージョン {version} が利用可能です。パッケージマネージャーでインストールできます。</translation>
    </message>
    <message>
        <source>Version {version} is available. Your organisation installs it, or says how.</source>
        <translation>バージョン {version} が利用可能です。組織がインストールするか、その方法を案内します。</translation>
    </message>
    <message>
        <source>Version {version} is available…</source>
        <translation>バージョン {version} が利用可能…</translation>
    </message>
    <message>
        <source>Version {version} waits for a new start…</source>
        <translation>バージョン {version} は次回起動時に有効…</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Bad</source>
        <translation>悪い</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>やや悪い</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>非常に良い</translation>
    </message>
    <message>
        <source>We expect your call quality to be really terrible</source>
        <translation>通話の品質が非常に悪いと予想されます</translation>
    </message>
    <message>
        <source>You are in a very lossy network</source>
        <translation>パケット損失の多いネットワークです</translation>
    </message>
    <message>
        <source>Your round trip time seems to be too high for good quality calls, but it might be because you are located far from our test servers</source>
        <translation>良い品質で通話するには往復時間が長すぎるようですが、テストサーバーから遠い場所にいるためかもしれません</translation>
    </message>
    <message>
        <source>Your bandwidth is insufficient for both audio and video calls</source>
        <translation>音声通話にもビデオ通話にも帯域幅が足りません</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video. Your network is unstable and you might experience minor issues</source>
        <translation>現在の帯域幅では、音声のみとサムネイル映像が利用できます。ネットワークが不安定で、軽い乱れが起きる可能性があります</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing. Your network is unstable and you might experience minor issues</source>
        <translation>現在の帯域幅は良い音声品質には十分ですが、映像や画面共有の品質はやや悪くなります。ネットワークが不安定で、軽い乱れが起きる可能性があります</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality. Your network is unstable and you might experience minor issues</source>
        <translation>帯域幅は良い音声と普通の映像品質には十分ですが、画面共有には足りません。ネットワークが不安定で、軽い乱れが起きる可能性があります</translation>
    </message>
    <message>
        <source>Your network is unstable and you might experience minor issues</source>
        <translation>ネットワークが不安定で、軽い乱れが起きる可能性があります</translation>
    </message>
    <message>
        <source>With current bandwidth you can have audio-only and thumbnail video</source>
        <translation>現在の帯域幅では、音声のみとサムネイル映像が利用できます</translation>
    </message>
    <message>
        <source>Current bandwidth is enough for good audio quality, but poor video quality or screen sharing</source>
        <translation>現在の帯域幅は良い音声品質には十分ですが、映像や画面共有の品質はやや悪くなります</translation>
    </message>
    <message>
        <source>Your bandwidth is enough for good audio and fair video quality, but not enough for screen sharing quality</source>
        <translation>帯域幅は良い音声と普通の映像品質には十分ですが、画面共有には足りません</translation>
    </message>
    <message>
        <source>You are in a good network condition</source>
        <translation>ネットワークの状態は良好です</translation>
    </message>
    <message>
        <source>Bad connection</source>
        <translation>接続不良</translation>
    </message>
    <message>
        <source>Lossy network</source>
        <translation>損失の多いネットワーク</translation>
    </message>
    <message>
        <source>High latency</source>
        <translation>大きな遅延</translation>
    </message>
    <message>
        <source>Insufficient bandwidth</source>
        <translation>帯域幅不足</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for audio and thumbnail video</source>
        <translation>普通: 不安定、音声とサムネイル映像の帯域幅</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, poor video</source>
        <translation>普通: 不安定、良い音声とやや悪い映像の帯域幅</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth for good audio, fair video</source>
        <translation>普通: 不安定、良い音声と普通の映像の帯域幅</translation>
    </message>
    <message>
        <source>Fair: unstable, bandwidth excellent</source>
        <translation>普通: 不安定、帯域幅は非常に良い</translation>
    </message>
    <message>
        <source>Good, bandwidth for audio and thumbnail video</source>
        <translation>良い: 音声とサムネイル映像の帯域幅</translation>
    </message>
    <message>
        <source>Good, bandwidth for good audio, poor video</source>
        <translation>良い: 良い音声とやや悪い映像の帯域幅</translation>
    </message>
    <message>
        <source>Connection and bandwidth are both good</source>
        <translation>接続、帯域幅とも良い</translation>
    </message>
    <message>
        <source>Excellent network</source>
        <translation>非常に良いネットワーク</translation>
    </message>
    <message>
        <source>No connection: no call can be connected</source>
        <translation>接続なし: 通話を接続できません</translation>
    </message>
    <message>
        <source>No media device: neither a microphone nor a camera</source>
        <translation>メディア機器なし: マイクもカメラもありません</translation>
    </message>
    <message>
        <source>A call can be connected</source>
        <translation>通話を接続できます</translation>
    </message>
    <message>
        <source>lost packets</source>
        <translation>パケット損失</translation>
    </message>
    <message>
        <source>long round trips</source>
        <translation>長い往復時間</translation>
    </message>
    <message>
        <source>uneven delay (jitter)</source>
        <translation>遅延のばらつき（ジッター）</translation>
    </message>
    <message>
        <source>too little bandwidth</source>
        <translation>帯域幅不足</translation>
    </message>
    <message>
        <source>too little bandwidth for sending</source>
        <translation>送信帯域幅の不足</translation>
    </message>
    <message>
        <source>too little bandwidth for receiving</source>
        <translation>受信帯域幅の不足</translation>
    </message>
    <message>
        <source>delay that grows under load (bufferbloat)</source>
        <translation>負荷時に増える遅延（バッファーブロート）</translation>
    </message>
    <message>
        <source>UDP is blocked</source>
        <translation>UDP の遮断</translation>
    </message>
    <message>
        <source>no network connection</source>
        <translation>ネットワーク接続なし</translation>
    </message>
    <message>
        <source>the call server passes no data on</source>
        <translation>通話サーバーがデータを中継しない</translation>
    </message>
    <message>
        <source>the call server can&apos;t be reached</source>
        <translation>通話サーバーに接続できない</translation>
    </message>
    <message>
        <source>the server has no relay left</source>
        <translation>サーバーのリレーに空きがない</translation>
    </message>
    <message>
        <source>the server refuses the credentials</source>
        <translation>サーバーが認証情報を拒否</translation>
    </message>
    <message>
        <source>neither a microphone nor a camera</source>
        <translation>マイクもカメラもない</translation>
    </message>
    <message>
        <source>a sign-in page stands before the network</source>
        <translation>ネットワークへのサインインが必要</translation>
    </message>
    <message>
        <source>the Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>the local network</source>
        <translation>ローカルネットワーク</translation>
    </message>
    <message>
        <source>the VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>the network lets no encrypted call through</source>
        <translation>ネットワークが暗号化された通話を遮断</translation>
    </message>
    <message>
        <source>names of servers are not found</source>
        <translation>サーバーの名前が見つからない</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>サーバーの証明書が信頼されていない</translation>
    </message>
    <message>
        <source>Bluetooth</source>
        <translation>Bluetooth</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>モバイルネットワーク</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>ケーブル</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>WiMAX</source>
        <translation>WiMAX</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Unknown network</source>
        <translation>不明なネットワーク</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>接続なし</translation>
    </message>
    <message>
        <source>packets are lost before your router</source>
        <translation>ルーターの手前でパケットが失われている</translation>
    </message>
    <message>
        <source>packets are lost behind your router</source>
        <translation>ルーターの先でパケットが失われている</translation>
    </message>
    <message>
        <source>delay gets uneven before your router</source>
        <translation>ルーターの手前で遅延が不安定になっている</translation>
    </message>
    <message>
        <source>delay gets uneven behind your router</source>
        <translation>ルーターの先で遅延が不安定になっている</translation>
    </message>
    <message>
        <source>packets queue up before your router</source>
        <translation>ルーターの手前でパケットが滞留している</translation>
    </message>
    <message>
        <source>packets queue up behind your router</source>
        <translation>ルーターの先でパケットが滞留している</translation>
    </message>
    <message>
        <source>Almost certain</source>
        <translation>ほぼ確実</translation>
    </message>
    <message>
        <source>Quite sure</source>
        <translation>かなり確実</translation>
    </message>
    <message>
        <source>Fairly sure</source>
        <translation>おおむね確実</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不確実</translation>
    </message>
    <message>
        <source>How sure the program is that the colour is right. Of a hundred verdicts that say {percent}, about {count} get calls of that colour; more tests make it surer.</source>
        <translation>この色が正しいと、プログラムがどの程度確信しているかを示します。{percent} と表示された判定 100 件のうち、約 {count} 件で実際の通話が同じ色になります。テストを重ねるほど確実になります。</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Demonstration relay: this is not your network.</source>
        <translation>デモ用リレー: 実際のネットワークではありません。</translation>
    </message>
    <message>
        <source>Reaching the servers</source>
        <translation>サーバーに接続中</translation>
    </message>
    <message>
        <source>Measuring the round trip</source>
        <translation>往復時間を測定中</translation>
    </message>
    <message>
        <source>Sending packets like a call does</source>
        <translation>通話と同様にパケットを送信中</translation>
    </message>
    <message>
        <source>Making a call through the server</source>
        <translation>サーバー経由で通話を試行中</translation>
    </message>
    <message>
        <source>Measuring the bandwidth</source>
        <translation>帯域幅を測定中</translation>
    </message>
    <message>
        <source>The last test was cancelled.</source>
        <translation>前回のテストは中止されました。</translation>
    </message>
    <message>
        <source>The last test broke off by a fault of this program.</source>
        <translation>前回のテストは、プログラムの不具合により中断されました。</translation>
    </message>
    <message>
        <source>The last test took too long and was stopped.</source>
        <translation>前回のテストは、時間がかかりすぎたため停止しました。</translation>
    </message>
    <message>
        <source>Another test was still running.</source>
        <translation>別のテストがまだ実行中でした。</translation>
    </message>
    <message>
        <source>Nothing was tested: there is no password for any server.</source>
        <translation>テストしませんでした: どのサーバーにもパスワードがありません。</translation>
    </message>
    <message>
        <source>the program started</source>
        <translation>プログラムの起動</translation>
    </message>
    <message>
        <source>it was due</source>
        <translation>予定の時刻</translation>
    </message>
    <message>
        <source>the network changed</source>
        <translation>ネットワークの変化</translation>
    </message>
    <message>
        <source>the computer woke up</source>
        <translation>スリープからの復帰</translation>
    </message>
    <message>
        <source>you came back to this computer</source>
        <translation>このコンピューターへの復帰</translation>
    </message>
    <message>
        <source>the settings changed</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>you asked for it</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>to make sure</source>
        <translation>結果の確認</translation>
    </message>
    <message>
        <source>asked for by an application</source>
        <translation>アプリケーションからの要求</translation>
    </message>
    <message>
        <source>full, with bandwidth</source>
        <translation>フル（帯域幅を測定）</translation>
    </message>
    <message>
        <source>light, without load</source>
        <translation>軽量（負荷なし）</translation>
    </message>
    <message>
        <source>{phase}: {server}</source>
        <translation>{phase}: {server}</translation>
    </message>
    <message>
        <source>{doing} ({seconds} s left)</source>
        <translation>{doing}（残り {seconds} 秒）</translation>
    </message>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence}（{detail}）</translation>
    </message>
    <message>
        <source>No tests during a call</source>
        <translation>通話中はテストしません</translation>
    </message>
    <message>
        <source>A light test only, during a call</source>
        <translation>通話中は軽量テストのみ</translation>
    </message>
    <message>
        <source>Fewer tests: data budget</source>
        <translation>テストの回数を減らしています: データ量の上限</translation>
    </message>
    <message>
        <source>Light tests only: data budget</source>
        <translation>軽量テストのみ: データ量の上限</translation>
    </message>
    <message>
        <source>No tests for now: data budget</source>
        <translation>現在テストしません: データ量の上限</translation>
    </message>
    <message>
        <source>Light tests only: metered connection</source>
        <translation>軽量テストのみ: 従量制の接続</translation>
    </message>
    <message>
        <source>No tests for now: metered connection</source>
        <translation>現在テストしません: 従量制の接続</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>It refused the connection.</source>
        <translation>接続を拒否されました。</translation>
    </message>
    <message>
        <source>Its name was not found.</source>
        <translation>名前が見つかりませんでした。</translation>
    </message>
    <message>
        <source>The secure connection failed; most often the certificate is why.</source>
        <translation>安全な接続に失敗しました。多くの場合、証明書が原因です。</translation>
    </message>
    <message>
        <source>It does not accept the user name or password.</source>
        <translation>ユーザー名またはパスワードが受け付けられません。</translation>
    </message>
    <message>
        <source>It does not allow relaying to this test.</source>
        <translation>このテストへの中継が許可されていません。</translation>
    </message>
    <message>
        <source>It has no relay left for this user.</source>
        <translation>このユーザーが使えるリレーの空きがありません。</translation>
    </message>
    <message>
        <source>It gave a relay address, but no data came through.</source>
        <translation>リレーアドレスは割り当てられましたが、データが届きませんでした。</translation>
    </message>
    <message>
        <source>It answered in a way that is not TURN.</source>
        <translation>TURN ではない応答が返されました。</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Told: the first verdict on this network.</source>
        <translation>通知しました: このネットワークでの最初の判定です。</translation>
    </message>
    <message>
        <source>Told: it differs from the last one told here.</source>
        <translation>通知しました: ここで前回通知した判定と異なります。</translation>
    </message>
    <message>
        <source>Told: the call server let nobody in, so nothing is known of the network.</source>
        <translation>通知しました: 通話サーバーが接続を受け付けなかったため、ネットワークの状態は分かりません。</translation>
    </message>
    <message>
        <source>Kept quiet: it was good when you were last told, and is better still.</source>
        <translation>通知しませんでした: 前回の通知時に良好で、さらに良くなっています。</translation>
    </message>
    <message>
        <source>Kept quiet: it is good again, and told when that has lasted for a while.</source>
        <translation>通知しませんでした: 回復しました。しばらく続いたら通知します。</translation>
    </message>
    <message>
        <source>Kept quiet: the same was told last time on this network.</source>
        <translation>通知しませんでした: このネットワークで前回通知した判定と同じです。</translation>
    </message>
    <message>
        <source>Kept quiet: notifications are switched off in the settings.</source>
        <translation>通知しませんでした: 通知は設定でオフになっています。</translation>
    </message>
    <message>
        <source>Kept quiet: the demonstration says nothing about your network.</source>
        <translation>通知しませんでした: デモでは実際のネットワークの状態は分かりません。</translation>
    </message>
    <message>
        <source>Kept quiet: it was asked for on the command line, and answered there.</source>
        <translation>通知しませんでした: コマンドラインから要求され、そこで回答しました。</translation>
    </message>
    <message>
        <source>Kept quiet: it was not sure yet, and tested again.</source>
        <translation>通知しませんでした: まだ確実でなかったため、再テストしました。</translation>
    </message>
    <message>
        <source>Told: something has become unusual for this network.</source>
        <translation>通知しました: このネットワークの普段の状態と異なる項目が見つかりました。</translation>
    </message>
    <message>
        <source>Told: this network is good again.</source>
        <translation>通知しました: このネットワークの状態が回復しました。</translation>
    </message>
    <message>
        <source>Told: this network keeps changing.</source>
        <translation>通知しました: このネットワークは変化を繰り返しています。</translation>
    </message>
    <message>
        <source>Kept quiet: it was found once only, and must be found twice in a row.</source>
        <translation>通知しませんでした: 検出は 1 回だけでした。2 回続けて検出される必要があります。</translation>
    </message>
    <message>
        <source>Kept quiet: this network keeps changing, and was not steady for long enough.</source>
        <translation>通知しませんでした: このネットワークは変化を繰り返しており、十分な時間安定していませんでした。</translation>
    </message>
    <message>
        <source>Kept quiet: you asked for quiet for today.</source>
        <translation>通知しませんでした: 今日は通知しないよう指定されています。</translation>
    </message>
    <message>
        <source>Kept quiet: it was within the quiet hours.</source>
        <translation>通知しませんでした: 通知しない時間帯でした。</translation>
    </message>
    <message>
        <source>Kept quiet: the desktop was set to disturb nobody.</source>
        <translation>通知しませんでした: デスクトップが応答不可モードでした。</translation>
    </message>
    <message>
        <source>Kept quiet: a program had the whole screen.</source>
        <translation>通知しませんでした: プログラムが全画面表示中でした。</translation>
    </message>
    <message>
        <source>Kept quiet: something was being presented.</source>
        <translation>通知しませんでした: プレゼンテーション中でした。</translation>
    </message>
    <message>
        <source>Shown by the desktop.</source>
        <translation>デスクトップが表示しました。</translation>
    </message>
    <message>
        <source>Shown by the tray icon.</source>
        <translation>トレイアイコンが表示しました。</translation>
    </message>
    <message>
        <source>Shown in this window.</source>
        <translation>このウィンドウに表示しました。</translation>
    </message>
    <message>
        <source>Printed in a terminal.</source>
        <translation>ターミナルに出力しました。</translation>
    </message>
    <message>
        <source>The desktop could not show it.</source>
        <translation>デスクトップで表示できませんでした。</translation>
    </message>
    <message>
        <source>It could not be used.</source>
        <translation>使用できませんでした。</translation>
    </message>
    <message>
        <source>{label} over {transport}</source>
        <translation>{label}（{transport}）</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
    <message>
        <source>at least {time}</source>
        <translation>{time} 以上</translation>
    </message>
    <message>
        <source>{median} ({low} to {high})</source>
        <translation>{median}（{low}～{high}）</translation>
    </message>
    <message>
        <source>below {number} %</source>
        <translation>{number}%未満</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{number} kbit/s</source>
        <translation>{number} kbit/s</translation>
    </message>
    <message>
        <source>{number} Mbit/s</source>
        <translation>{number} Mbit/s</translation>
    </message>
    <message>
        <source>at least {rate}</source>
        <translation>{rate} 以上</translation>
    </message>
    <message>
        <source>≥ {rate}</source>
        <translation>≥ {rate}</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} ms (95 % sure).</source>
        <translation>真の値は {low}～{high} ms の間と推定されます（確度 95%）。</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} % (95 % sure).</source>
        <translation>真の値は {low}～{high}%の間と推定されます（確度 95%）。</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} kbit/s (95 % sure).</source>
        <translation>真の値は {low}～{high} kbit/s の間と推定されます（確度 95%）。</translation>
    </message>
    <message>
        <source>The true value is most likely between {low} and {high} Mbit/s (95 % sure).</source>
        <translation>真の値は {low}～{high} Mbit/s の間と推定されます（確度 95%）。</translation>
    </message>
    <message>
        <source>Unusually slow for this network: {now}, usually at least {usual}</source>
        <translation>このネットワークの普段より低速: {now}（普段は {usual} 以上）</translation>
    </message>
    <message>
        <source>Unusually long delay for this network: {now}, usually at most {usual}</source>
        <translation>このネットワークの普段より大きい遅延: {now}（普段は {usual} 以下）</translation>
    </message>
    <message>
        <source>Unusually long delay under load for this network: {now}, usually at most {usual}</source>
        <translation>このネットワークの普段より大きい負荷時の遅延: {now}（普段は {usual} 以下）</translation>
    </message>
    <message>
        <source>Unusually uneven delay for this network: jitter {now}, usually at most {usual}</source>
        <translation>このネットワークの普段より大きい遅延のばらつき: ジッター {now}（普段は {usual} 以下）</translation>
    </message>
    <message>
        <source>Unusually many lost packets for this network: {now}, usually below {usual}</source>
        <translation>このネットワークの普段より多いパケット損失: {now}（普段は {usual} 未満）</translation>
    </message>
    <message>
        <source>Unusual for this network: no call server works</source>
        <translation>このネットワークの普段と違います: 通話サーバーがどれも動作していません</translation>
    </message>
    <message>
        <source>{number} s</source>
        <translation>{number} 秒</translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n day(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>前回のテストは %n 日前です。ネットワークの状態が変わっている可能性があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n minute(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>前回のテストは %n 分前です。ネットワークの状態が変わっている可能性があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last test was %n hour(s) ago: the network may be different now.</source>
        <translation>
            <numerusform>前回のテストは %n 時間前です。ネットワークの状態が変わっている可能性があります。</numerusform>
        </translation>
    </message>
</context>
</TS>

// The host's text as pictures in Qt's scene graph; its own thread moves them, whatever Python does meanwhile.
import QtQuick

Item {
    id: stage

    property alias ground: back.color
    property bool flippedAcross: false
    property bool flippedUpright: false

    // A steady movement, which the scene graph's thread carries on by itself.
    function run(from, to, milliseconds) {
        film.stop()
        column.y = from
        film.from = from
        film.to = to
        film.duration = milliseconds
        film.start()
    }

    function stand(y) {
        film.stop()
        column.y = y
    }

    transform: Scale {
        origin.x: stage.width / 2
        origin.y: stage.height / 2
        xScale: stage.flippedAcross ? -1 : 1
        yScale: stage.flippedUpright ? -1 : 1
    }

    Rectangle {
        id: back
        anchors.fill: parent
    }

    Item {
        id: column
        objectName: "column"
    }

    YAnimator {
        id: film
        objectName: "film"
        target: column
    }

    Image { objectName: "empty" }
    Image { objectName: "shade" }
    Image { objectName: "band" }
    Image { objectName: "blank" }
    Image { objectName: "count" }
    Image { objectName: "note" }
}

import QtQuick

Image {
    smooth: true
    cache: false
}
